import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { sqlOf } from "@/queue/sqlOf";

/** Records a 403 of one of our own routes, on a connection of its own. Failing to record does not change the answer. */
export async function recordDenied({ req, what }: { req: PayloadRequest; what: string }): Promise<void> {
	try {
		const entry = {
			actor: auditActorOf({ user: req.user, context: {} }),
			action: "denied",
			collection: "",
			document: typeof req.routeParams?.id === "string" ? req.routeParams.id.slice(0, 64) : null,
			after: { method: req.method ?? null, path: what },
		};
		await appendAudit({ sql: await sqlOf({ payload: req.payload }), entries: [entry] });
	} catch (cause) {
		req.payload.logger.error({ err: cause, msg: "A denial could not be recorded" });
	}
}
