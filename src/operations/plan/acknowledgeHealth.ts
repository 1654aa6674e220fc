import type { PayloadRequest } from "payload";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { announceChange } from "../live/announceChange";
import { resolveRisk } from "../risks/resolveRisk";

/** The key of the risk that a health becomes which nobody has acknowledged. */
export const healthRiskKey = (onboardingId: string) => `health:${onboardingId}`;

/**
 * A manager says that they have seen why an onboarding is yellow or red, and what they do next. In the caller's transaction.
 * @throws Conflict on one that is green
 */
export async function acknowledgeHealth(input: {
	req: PayloadRequest;
	onboardingId: string;
	note: string;
}): Promise<{ acknowledgedAt: string }> {
	const { req, onboardingId, note } = input;
	const sql = await sqlOf(req);
	const [onboarding] = await sql<{ casinoId: string; health: string; acknowledgedAt: Date }>(
		`UPDATE onboardings SET health_acknowledged_at = CASE WHEN health = 'green' THEN health_acknowledged_at ELSE now() END
		 WHERE id = $1::uuid RETURNING casino_id AS "casinoId", health, health_acknowledged_at AS "acknowledgedAt"`,
		[onboardingId],
	);
	if (!onboarding) throw new NotFound("onboarding");
	if (onboarding.health === "green") throw new Conflict("Its health is green: there is nothing to acknowledge.");
	await recordAutomation({
		req,
		action: "health.acknowledged",
		collection: slug.onboardings,
		document: onboardingId,
		casino: onboarding.casinoId,
		after: { health: onboarding.health },
		reason: note,
	});
	await resolveRisk({ req, key: healthRiskKey(onboardingId), resolution: note });
	await announceChange({ sql, onboardingId });
	return { acknowledgedAt: new Date(onboarding.acknowledgedAt).toISOString() };
}
