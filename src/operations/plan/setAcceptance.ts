import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { type AcceptanceColour, acceptanceKey, isWorse } from "@/domain/acceptance";
import { env } from "@/env";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { notifyVendor } from "../messages/notifyVendor";
import { queueMessage } from "../messages/queueMessage";
import { resolveRisk } from "../risks/resolveRisk";
import { readSettings } from "../settings/readSettings";
import { requireProved } from "../users/requireProved";
import { reviewPlan } from "./reviewPlan";

/** The key of the risk that an acceptance becomes which no manager has acknowledged. */
export const acceptanceRiskKey = (onboardingId: string) => `acceptance:${onboardingId}`;

type Onboarding = {
	casinoId: string;
	casinoName: string;
	status: string;
	manager: string | null;
	isAsked: boolean;
	current: { id: string; colour: AcceptanceColour; reason: string } | null;
};

/** Locks the onboarding: of two who set or acknowledge at once the second sees what the first did. */
export async function openAcceptance(req: PayloadRequest, onboardingId: string): Promise<Onboarding> {
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE", [onboardingId]);
	const [found] = await sql<Onboarding>(
		`SELECT o.casino_id AS "casinoId", c.name AS "casinoName", o.status::text AS status, u.email AS manager,
			EXISTS (SELECT 1 FROM checklist_items i WHERE i.onboarding_id = o.id AND i.key = $2 AND i.retired_at IS NULL) AS "isAsked",
			(SELECT json_build_object('id', a.id, 'colour', a.colour, 'reason', a.reason) FROM acceptances a
				WHERE a.onboarding_id = o.id ORDER BY a.set_at DESC LIMIT 1) AS current
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id LEFT JOIN users u ON u.id = o.manager_id WHERE o.id = $1::uuid`,
		[onboardingId, acceptanceKey],
	);
	if (!found) throw new NotFound("onboarding");
	if (!found.isAsked) throw new Conflict("The playbook of this onboarding asks for no acceptance.", "no_acceptance");
	if (found.status === "completed" || found.status === "cancelled") {
		throw new Conflict(`This onboarding is ${found.status}: its acceptance stays as it is.`, "onboarding_over");
	}
	return found;
}

/**
 * Says whether what the contract promises can be supplied: a setting of its own, beside those before it. What gets worse is mailed
 * to the manager. In the caller's transaction; setting the same with the same reason answers what is.
 *
 * @throws AddressNotProved; NotFound; Conflict where the playbook has no acceptance or the onboarding is over
 */
export async function setAcceptance(input: {
	req: PayloadRequest;
	onboardingId: string;
	colour: AcceptanceColour;
	reason: string;
}): Promise<{ id: string; colour: AcceptanceColour }> {
	const { req, onboardingId, colour, reason } = input;
	await requireProved(req);
	const found = await openAcceptance(req, onboardingId);
	const { current, casinoId } = found;
	if (current?.colour === colour && current.reason === reason) return { id: current.id, colour };
	const sql = await sqlOf(req);
	const [last] = await sql<{ next: Date }>(
		`SELECT greatest(now(), max(set_at) + interval '1 millisecond') AS next FROM acceptances WHERE onboarding_id = $1::uuid`,
		[onboardingId],
	);
	const { id } = await req.payload.create({
		collection: slug.acceptances,
		data: {
			casino: casinoId,
			onboarding: onboardingId,
			colour,
			reason,
			setBy: req.user?.collection === slug.users ? req.user.id : null,
			setAt: new Date(last?.next ?? Date.now()).toISOString(),
		},
		depth: 0,
		...asSystem(req, "the acceptance was set"),
	});
	await recordAutomation({
		req,
		action: "acceptance.set",
		collection: slug.acceptances,
		document: id,
		casino: casinoId,
		before: current && { colour: current.colour },
		after: { colour },
		reason,
	});
	if (isWorse(colour, current?.colour ?? null)) await mailManager({ ...input, id, found });
	// An earlier colour's risk is over; this one has its own time to be acknowledged.
	await resolveRisk({ req, key: acceptanceRiskKey(onboardingId), resolution: `The acceptance was set to ${colour}.` });
	await reviewPlan({ req, onboardingId });
	return { id, colour };
}

/** The onboarding's manager, or every manager where it has none. */
async function mailManager(input: {
	req: PayloadRequest;
	onboardingId: string;
	id: string;
	colour: AcceptanceColour;
	reason: string;
	found: Onboarding;
}): Promise<void> {
	const { req, onboardingId, id, colour, reason, found } = input;
	const { healthHours } = await readSettings(req);
	const message = {
		req,
		key: `acceptance:${id}`,
		template: "acceptance_changed",
		casinoId: found.casinoId,
		data: {
			casinoName: found.casinoName,
			colour,
			before: found.current?.colour ?? null,
			reason,
			hours: healthHours,
			acceptanceId: id,
			onboardingId,
			onboardingUrl: `${env().SERVER_URL}/admin/collections/onboardings/${onboardingId}`,
		},
	};
	if (found.manager) await queueMessage({ ...message, to: found.manager });
	else await notifyVendor({ ...message, roles: ["manager"] });
}
