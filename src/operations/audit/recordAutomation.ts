import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf, markUnproved } from "@/audit/auditActorOf";
import { sqlOf } from "@/queue/sqlOf";

/** Records what the system did by SQL, past the hooks that record everything else. In the caller's transaction. */
export async function recordAutomation(input: {
	req: PayloadRequest;
	action: string;
	collection: string;
	document: string;
	casino: string | null;
	before?: object | null;
	after?: object | null;
	reason: string | null;
}): Promise<void> {
	const { req, ...entry } = input;
	await appendAudit({
		sql: await sqlOf(req),
		entries: [{ actor: auditActorOf(req), ...entry, reason: markUnproved(req, entry.reason) }],
	});
}
