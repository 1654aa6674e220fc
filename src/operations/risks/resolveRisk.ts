import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/** Closes an entry whose cause has gone. Nothing happens when there is none. */
export async function resolveRisk(input: { req: PayloadRequest; key: string; resolution: string }): Promise<void> {
	const { req, key, resolution } = input;
	const sql = await sqlOf(req);
	const [risk] = await sql<{ id: string }>("SELECT id FROM risks WHERE key = $1 AND status <> 'resolved' FOR UPDATE", [
		key,
	]);
	if (!risk) return;
	await req.payload.update({
		collection: slug.risks,
		id: risk.id,
		data: { status: "resolved", resolution, resolvedAt: new Date().toISOString() },
		depth: 0,
		...asSystem(req, resolution),
	});
}
