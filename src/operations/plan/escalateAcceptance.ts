import type { Payload } from "payload";
import type { AcceptanceColour } from "@/domain/acceptance";
import { unacknowledgedAcceptanceKind } from "@/domain/health/acknowledgement";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";
import { keepEach } from "../schedule/keepEach";
import { readSettings } from "../settings/readSettings";
import { acceptanceRiskKey } from "./setAcceptance";

type Onboarding = {
	id: string;
	casinoId: string;
	title: string;
	colour: AcceptanceColour;
	reason: string;
	isRisk: boolean;
};

const why = "an acceptance that nobody acknowledged";

/** A yellow or red acceptance that no manager has acknowledged in time becomes a risk; of an onboarding that is over it is none any more. */
export async function escalateAcceptance({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const { healthHours } = await readSettings(await systemRequest(payload, why));
	const sql = await sqlOf({ payload });
	const found = await sql<Onboarding>(
		`SELECT o.id, o.casino_id AS "casinoId", o.title, a.colour::text AS colour, a.reason, r.id IS NOT NULL AS "isRisk"
		 FROM onboardings o
		 JOIN LATERAL (SELECT * FROM acceptances WHERE onboarding_id = o.id ORDER BY set_at DESC LIMIT 1) a ON true
		 LEFT JOIN risks r ON r.key = 'acceptance:' || o.id AND r.status <> 'resolved'
		 WHERE (o.status IN ('open', 'on_hold') AND a.colour <> 'green' AND a.acknowledged_at IS NULL
			AND a.set_at < $1::timestamptz - $2 * interval '1 hour') <> (r.id IS NOT NULL) LIMIT 200`,
		[now, healthHours],
	);
	return keepEach(found, async ({ id, casinoId, title, colour, reason, isRisk }) => {
		const req = await systemRequest(payload, why);
		const key = acceptanceRiskKey(id);
		await inTransaction(req, async () => {
			if (isRisk) {
				await resolveRisk({ req, key, resolution: "The acceptance was acknowledged, or its onboarding is over." });
				return;
			}
			await raiseRisk({
				req,
				key,
				kind: unacknowledgedAcceptanceKind,
				severity: colour === "red" ? "high" : "medium",
				title: `The acceptance of ${title} is ${colour}, and no manager has acknowledged it`,
				detail: `${reason} A manager acknowledges it on the onboarding, with the next action.`,
				casinoId,
				onboardingId: id,
			});
		});
	});
}
