import type { PayloadRequest } from "payload";
import { checkSecondPerson } from "@/domain/decisions/checkSecondPerson";
import { sqlOf } from "@/queue/sqlOf";

export async function requireOtherPerson(input: { req: PayloadRequest; first: string; second: string }): Promise<void> {
	const { req, first, second } = input;
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string; email: string }>(
		"SELECT id, email FROM users WHERE id IN ($1::uuid, $2::uuid)",
		[first, second],
	);
	const emailOf = (id: string) => rows.find((row) => row.id === id)?.email ?? id;
	checkSecondPerson({ requestedBy: first, decidedBy: second, emails: [emailOf(first), emailOf(second)] });
}
