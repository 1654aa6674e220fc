import type { PayloadRequest } from "payload";
import { idOf } from "@/access/actorOf";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf, auditReasonOf } from "@/audit/auditActorOf";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/** Records one change of one record under whoever sent the request, in its transaction. */
export async function recordChange(input: {
	req: PayloadRequest;
	action: string;
	collection: string;
	document: string;
	before?: object | null;
	after?: object | null;
}): Promise<void> {
	const { req, action, collection, document, before, after } = input;
	const entry = {
		actor: auditActorOf(req),
		action,
		collection,
		document,
		casino: collection === slug.casinos ? document : casinoOf(after ?? before),
		before,
		after,
		reason: auditReasonOf(req),
		recordUpdatedAt: after && "updatedAt" in after ? String(after.updatedAt) : null,
	};
	await appendAudit({ sql: await sqlOf(req), entries: [entry] });
}

function casinoOf(record: object | null | undefined): string | null {
	return record && "casino" in record ? idOf(record.casino) : null;
}
