import type { PayloadRequest } from "payload";
import type { AdvancedPlan } from "@/domain/playbook/advancePlan";
import type { PlanState } from "@/domain/playbook/planState";
import { env } from "@/env";
import { sqlOf } from "@/queue/sqlOf";
import { notifyVendor } from "../messages/notifyVendor";
import { queueMessage } from "../messages/queueMessage";
import { readSettings } from "../settings/readSettings";

const gravity = { green: 0, yellow: 1, red: 2 } as const;

/** Mails the onboarding's manager, or every manager where it has none, when its health gets worse. In the caller's transaction. */
export async function announceHealth(input: {
	req: PayloadRequest;
	state: PlanState;
	plan: AdvancedPlan;
}): Promise<void> {
	const { req, state, plan } = input;
	const { health: level, healthReasons, healthSince } = plan.onboarding;
	if (level === "green" || gravity[level] <= gravity[state.onboarding.health]) return;
	const sql = await sqlOf(req);
	const [onboarding] = await sql<{ casinoName: string; manager: string | null }>(
		`SELECT c.name AS "casinoName", u.email AS manager FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 LEFT JOIN users u ON u.id = o.manager_id WHERE o.id = $1::uuid`,
		[state.onboarding.id],
	);
	if (!onboarding) return;
	const { healthHours } = await readSettings(req);
	const message = {
		req,
		key: `health:${state.onboarding.id}:${level}:${healthSince}`,
		template: "health_changed",
		casinoId: state.onboarding.casinoId,
		data: {
			casinoName: onboarding.casinoName,
			level,
			reasons: healthReasons.slice(0, 20).map(({ says }) => says),
			hours: healthHours,
			onboardingUrl: `${env().SERVER_URL}/admin/collections/onboardings/${state.onboarding.id}`,
		},
	};
	if (onboarding.manager) await queueMessage({ ...message, to: onboarding.manager });
	else await notifyVendor({ ...message, roles: ["manager"] });
}
