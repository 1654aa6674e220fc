import { createHash } from "node:crypto";
import type { Payload, PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { clientAddressOf } from "../limits/clientAddressOf";

type Denial = {
	action: "denied" | "sign_in_failed";
	collection: string;
	document: string | null;
	/** Where: the route, with what stands for ids and names left out. What it is counted under. */
	route: string;
	/** As it is shown. */
	path: string;
	reason: string | null;
	/** What was tried besides: each address of a failed sign-in is counted for itself, whether anybody has it or not. */
	tried?: string;
};

/**
 * Records a refusal, on a connection of its own: the request's transaction was rolled back. The first of an actor, an address
 * and a route within a minute is an entry at once; those that follow are counted, and are one more entry when the minute is
 * over (`recordCountedDenials`). Failing to record does not change the answer.
 */
export async function countDenial({ req, denial }: { req: PayloadRequest; denial: Denial }): Promise<void> {
	const { route, path, tried, ...named } = denial;
	const actor = auditActorOf({ user: req.user, context: {} });
	const after = { method: req.method ?? null, path };
	try {
		const sql = await sqlOf({ payload: req.payload });
		const key = hashParts(denial.action, actor, clientAddressOf(req), req.method, route, tried);
		const entry = { action: denial.action, actor, collection: denial.collection, reason: denial.reason, route };
		const [counted] = await sql<{ times: number }>(
			`INSERT INTO denials (minute, key, entry) VALUES (date_trunc('minute', now()), $1, $2)
			 ON CONFLICT (minute, key) DO UPDATE SET times = denials.times + 1 RETURNING times`,
			[key, JSON.stringify({ ...entry, method: req.method ?? null })],
		);
		if (counted?.times === 0) await appendAudit({ sql, entries: [{ actor, ...named, after }] });
	} catch (cause) {
		req.payload.logger.error({ err: cause, msg: "A denial could not be recorded" });
	}
}

/** Records a 403 of one of our own routes. */
export async function recordDenied({ req, what }: { req: PayloadRequest; what: string }): Promise<void> {
	const document = typeof req.routeParams?.id === "string" ? req.routeParams.id.slice(0, 64) : null;
	const denial = { action: "denied" as const, collection: "", document, route: what, path: what, reason: null };
	await countDenial({ req, denial });
}

type Counted = {
	times: number;
	minute: Date;
	entry: Pick<Denial, "action" | "collection" | "reason" | "route"> & { actor: string; method: string | null };
};

/** Turns what was counted in minutes that are over into entries, one each, and forgets the counts. Safe to run at once. */
export async function recordCountedDenials({ payload }: { payload: Payload }): Promise<void> {
	const req = await systemRequest(payload, "count denials");
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const counted = await sql<Counted>(
			"DELETE FROM denials WHERE minute < date_trunc('minute', now()) RETURNING times, minute, entry",
		);
		const entries = counted
			.filter(({ times }) => times > 0)
			.map(({ times, minute, entry: { actor, action, collection, reason, method, route } }) => ({
				...{ actor, action, collection, reason, document: null },
				after: { method, path: route, times, minute: minute.toISOString() },
			}));
		await appendAudit({ sql, entries });
	});
}

function hashParts(...parts: unknown[]): string {
	return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
