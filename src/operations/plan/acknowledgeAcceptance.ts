import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { Conflict, Forbidden } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { resolveRisk } from "../risks/resolveRisk";
import { requireProved } from "../users/requireProved";
import { reviewPlan } from "./reviewPlan";
import { acceptanceRiskKey, openAcceptance } from "./setAcceptance";

/**
 * A manager says that they have seen a yellow or red acceptance, and what is done next. They name the setting they saw: one that
 * was set meanwhile waits for an acknowledgement of its own. In the caller's transaction; again answers what is.
 *
 * @param input.acceptance id of the setting
 * @throws AddressNotProved; NotFound; Forbidden to whoever is no manager; Conflict on a green one, and on one that is no longer current
 */
export async function acknowledgeAcceptance(input: {
	req: PayloadRequest;
	onboardingId: string;
	acceptance: string;
	nextAction: string;
}): Promise<{ acknowledgedAt: string }> {
	const { req, onboardingId, acceptance, nextAction } = input;
	await requireProved(req);
	const { current, casinoId, manager } = await openAcceptance(req, onboardingId);
	requireManager(req, manager);
	if (current?.id !== acceptance) {
		throw new Conflict("The acceptance was set again meanwhile. Review it, then acknowledge it.", "acceptance_changed");
	}
	if (current.colour === "green") throw new Conflict("The acceptance is green: there is nothing to acknowledge.");
	const sql = await sqlOf(req);
	const [done] = await sql<{ at: Date }>(
		`UPDATE acceptances SET acknowledged_at = now(), acknowledged_by_id = $2::uuid, next_action = $3, updated_at = now()
		 WHERE id = $1::uuid AND acknowledged_at IS NULL RETURNING acknowledged_at AS at`,
		[acceptance, req.user?.id ?? null, nextAction],
	);
	if (!done) {
		const [was] = await sql<{ at: Date }>("SELECT acknowledged_at AS at FROM acceptances WHERE id = $1::uuid", [
			acceptance,
		]);
		return { acknowledgedAt: new Date(was?.at ?? Date.now()).toISOString() };
	}
	await recordAutomation({
		req,
		action: "acceptance.acknowledged",
		collection: slug.acceptances,
		document: acceptance,
		casino: casinoId,
		after: { colour: current.colour },
		reason: nextAction,
	});
	await resolveRisk({ req, key: acceptanceRiskKey(onboardingId), resolution: nextAction });
	await reviewPlan({ req, onboardingId });
	return { acknowledgedAt: new Date(done.at).toISOString() };
}

/** Who holds the role, or is named as the manager of this onboarding. */
function requireManager(req: PayloadRequest, named: string | null): void {
	const actor = actorOf(req);
	const isNamed = named !== null && req.user?.collection === slug.users && req.user.email === named;
	if (actor.kind === "person" && (actor.vendorRole === "manager" || (actor.vendorRole !== null && isNamed))) return;
	throw new Forbidden("acknowledge an acceptance");
}
