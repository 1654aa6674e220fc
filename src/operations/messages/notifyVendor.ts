import type { PayloadRequest } from "payload";
import type { VendorRole } from "@/access/roles";
import { sqlOf } from "@/queue/sqlOf";
import { queueMessage } from "./queueMessage";

/** Mails everybody of the vendor who holds one of the roles now. In the caller's transaction. */
export async function notifyVendor(input: {
	req: PayloadRequest;
	roles: readonly VendorRole[];
	key: string;
	template: string;
	casinoId: string | null;
	data: Record<string, unknown>;
}): Promise<void> {
	const { req, roles, key, ...message } = input;
	const sql = await sqlOf(req);
	const people = await sql<{ id: string; email: string; name: string }>(
		`SELECT id, email, name FROM users
		 WHERE vendor_role::text = ANY($1::text[]) AND (access_ends_at IS NULL OR access_ends_at > now()) ORDER BY id`,
		[roles],
	);
	for (const person of people) {
		await queueMessage({ req, ...message, key: `${key}:${person.id}`, to: person.email });
	}
}
