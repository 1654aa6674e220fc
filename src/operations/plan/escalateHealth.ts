import type { Payload } from "payload";
import { unacknowledgedHealthKind } from "@/domain/health/acknowledgement";
import type { HealthReason } from "@/domain/health/healthReason";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";
import { keepEach } from "../schedule/keepEach";
import { readSettings } from "../settings/readSettings";
import { healthRiskKey } from "./acknowledgeHealth";

type Onboarding = {
	id: string;
	casinoId: string;
	title: string;
	health: "green" | "yellow" | "red";
	reasons: HealthReason[];
	isRisk: boolean;
};

/** A yellow or red that no manager has acknowledged in time becomes a risk; one that was acknowledged or mended is none any more. */
export async function escalateHealth({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	const settingsReq = await systemRequest(payload, "health that nobody acknowledged");
	const { healthHours } = await readSettings(settingsReq);
	const sql = await sqlOf({ payload });
	const found = await sql<Onboarding>(
		`SELECT o.id, o.casino_id AS "casinoId", o.title, o.health, coalesce(o.health_reasons, '[]') AS reasons, r.id IS NOT NULL AS "isRisk"
		 FROM (SELECT *, status = 'open' AND health <> 'green' AND health_since < $1::timestamptz - $2 * interval '1 hour'
				AND NOT coalesce(health_acknowledged_at >= health_since, false) AS is_late FROM onboardings) o
		 LEFT JOIN risks r ON r.key = 'health:' || o.id AND r.status <> 'resolved'
		 WHERE o.is_late <> (r.id IS NOT NULL) LIMIT 200`,
		[now, healthHours],
	);
	return keepEach(found, async (onboarding) => {
		const req = await systemRequest(payload, "health that nobody acknowledged");
		const key = healthRiskKey(onboarding.id);
		await inTransaction(req, async () => {
			if (onboarding.isRisk) {
				await resolveRisk({ req, key, resolution: "Its health was acknowledged, or is green again." });
				return;
			}
			await raiseRisk({
				req,
				key,
				kind: unacknowledgedHealthKind,
				severity: onboarding.health === "red" ? "high" : "medium",
				title: `${onboarding.title} is ${onboarding.health}, and nobody has acknowledged it`,
				detail: onboarding.reasons.map(({ says }) => says).join(" "),
				casinoId: onboarding.casinoId,
				onboardingId: onboarding.id,
			});
		});
	});
}
