import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { QuotaReached } from "@/errors";
import type { Limit } from "./limiterOf";
import { type QuotaName, quotaSeconds, quotas, vendorQuota } from "./limits";
import { spendPoint } from "./spendAttempt";

/**
 * Counts one act of a kind that has a quota, against whoever does it and against each casino they belong to. Before the act
 * and outside any transaction, so that acts that fail count too. Whoever is not signed in is refused elsewhere.
 * @throws QuotaReached in words, with the seconds to wait
 */
export async function spendQuota({ req, quota }: { req: PayloadRequest; quota: QuotaName }): Promise<void> {
	for (const { limit, key, whose } of countersOf(req, quota)) {
		const wait = await spendPoint({ payload: req.payload, limit, key });
		if (wait !== null) throw new QuotaReached({ wait, points: limit.points, what: quotas[quota].what, whose });
	}
}

type Counter = { limit: Limit; key: string; whose: "person" | "casino" };

function countersOf(req: PayloadRequest, quota: QuotaName): Counter[] {
	const actor = actorOf(req);
	if (actor.kind === "anonymous") return [];
	const counter = (whose: Counter["whose"], key: string, points: number): Counter => ({
		limit: { name: `quota:${quota}:${whose}`, points, seconds: quotaSeconds },
		key,
		whose,
	});
	if (actor.kind === "person" && actor.vendorRole !== null) return [counter("person", actor.id, vendorQuota.points)];
	const casinos = actor.kind === "service" ? [actor.casino] : [...actor.roles.keys()];
	const { person, casino } = quotas[quota];
	return [counter("person", actor.id, person), ...casinos.map((id) => counter("casino", id, casino))];
}
