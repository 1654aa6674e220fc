import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { adoptionTrend } from "@/domain/adoption/adoptionTrend";
import { finishedWeeks } from "@/domain/adoption/finishedWeeks";
import type { SignOffPacket } from "@/domain/decisions/packet";
import { signOffProblems } from "@/domain/decisions/signOffProblems";
import { Conflict, Forbidden, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { requireOwnName } from "../users/requireOwnName";
import { requireOwnSignature } from "../users/requireSecondPerson";
import { openPacket } from "./openPacket";
import { readFacts } from "./readFacts";
import { writeDecision } from "./writeDecision";

/**
 * The customer's sponsor says that this is their primary tool: a decision that is taken at once, frozen with what
 * was known. Nobody of the vendor signs for them. In the caller's transaction; signing again answers what is.
 *
 * @param input.name as the person writes it
 * @throws NotFound to whoever may not see the onboarding; Forbidden to whoever is not its sponsor; AddressNotProved; Conflict with what is missing,
 *   or while somebody of the vendor who worked on it stands behind the signer's account
 */
export async function signPrimaryTool(input: {
	req: PayloadRequest;
	onboardingId: string;
	name: string;
}): Promise<{ id: string; status: string; hash: string | null }> {
	const { req, onboardingId } = input;
	await requireSponsor(req, onboardingId);
	const name = requireOwnName({ req, name: input.name, path: "name" });
	const now = new Date();
	const signed = await findSigned(req, onboardingId);
	if (signed) return signed;
	const { context, sender, frame } = await openPacket({ req, onboardingId, now });
	await requireOwnSignature({ req, onboardingId, items: null });
	const signedMeanwhile = await findSigned(req, onboardingId);
	if (signedMeanwhile) return signedMeanwhile;
	const { facts, lines } = await readFacts({ req, context, now });
	const problems = signOffProblems({ facts, waived: context.waived, now: frame.asOf });
	if (problems.length > 0) {
		throw new Conflict(`It cannot be signed yet. ${problems.join(" ")}`, "criteria_not_met");
	}
	const packet: SignOffPacket = {
		...frame,
		kind: "primary_tool",
		asked: { by: sender, at: frame.asOf, reason: null },
		decided: { outcome: "approved", by: sender, at: frame.asOf, reason: `Signed as ${name}.` },
		signedName: name,
		definitionOfDone: lines,
		weeks: adoptionTrend(finishedWeeks(facts.adoption, facts.calendar.today)).weeks,
	};
	const values = {
		title: `Primary tool: ${context.casino.name}`,
		status: "approved",
		visibleToCustomer: true,
	} as const;
	return writeDecision({ req, packet, values });
}

async function requireSponsor(req: PayloadRequest, onboardingId: string): Promise<void> {
	const actor = actorOf(req);
	const sql = await sqlOf(req);
	const [row] = await sql<{ casino: string }>("SELECT casino_id AS casino FROM onboardings WHERE id = $1::uuid", [
		onboardingId,
	]);
	if (!row || actor.kind !== "person") throw new NotFound("onboarding");
	const roles = actor.roles.get(row.casino);
	if (actor.vendorRole === null && !roles) throw new NotFound("onboarding");
	// Also where somebody of the vendor was made a member: the signature is the customer's.
	if (actor.vendorRole !== null || !roles?.has("executive_sponsor")) throw new Forbidden("sign for the customer");
}

async function findSigned(req: PayloadRequest, onboardingId: string) {
	const sql = await sqlOf(req);
	const [row] = await sql<{ id: string; status: string; hash: string | null }>(
		`SELECT id, status, hash FROM decisions WHERE onboarding_id = $1::uuid AND kind = 'primary_tool' AND status = 'approved'`,
		[onboardingId],
	);
	return row ?? null;
}
