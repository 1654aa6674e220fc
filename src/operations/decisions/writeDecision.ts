import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { DecisionStatus } from "@/domain/decisionStatus";
import type { DecisionPacket } from "@/domain/decisions/packet";
import type { Decision } from "@/payload-types";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { reviewPlan } from "../plan/reviewPlan";
import { hashPacket } from "./hashPacket";

type Values = Partial<Pick<Decision, "title" | "status" | "item" | "expiresAt" | "liftedUntil" | "visibleToCustomer">>;

/**
 * Writes a decision with its packet, frozen with a hash once it is decided, and reviews the plan that may hang on it. In the
 * caller's transaction, with the onboarding locked (`openPacket`).
 *
 * @param input.id of the one to change; without it a new one is proposed
 */
export async function writeDecision(input: {
	req: PayloadRequest;
	id?: string | undefined;
	packet: DecisionPacket;
	values: Values;
}): Promise<{ id: string; status: DecisionStatus; hash: string | null }> {
	const { req, id, packet, values } = input;
	const { decided, asked, kind, casino, onboarding } = packet;
	const data = {
		...values,
		recommendation: kind === "go_no_go" ? recommendations[packet.recommendation] : null,
		requestedBy: asked.by.id,
		reason: (decided ?? asked).reason,
		packet,
		...(decided ? { decidedBy: decided.by.id, decidedAt: decided.at, hash: hashPacket(packet) } : {}),
	};
	const why = decided?.reason ?? asked.reason ?? "a decision was asked for";
	const decision = id
		? await req.payload.update({ collection: slug.decisions, id, data, depth: 0, ...asSystem(req, why) })
		: await req.payload.create({
				collection: slug.decisions,
				data: { status: "proposed", title: kind, ...data, kind, casino: casino.id, onboarding: onboarding.id },
				depth: 0,
				...asSystem(req, why),
			});
	if (decided) await recordHash({ req, packet, decision, outcome: decided.outcome });
	await reviewPlan({ req, onboardingId: onboarding.id });
	return { id: decision.id, status: decision.status, hash: decision.hash ?? null };
}

/** The packet's hash into the sealed record, where nobody can make it fit another packet. Called `hash` it would be taken for a secret. */
async function recordHash(input: {
	req: PayloadRequest;
	packet: DecisionPacket;
	decision: Decision;
	outcome: string;
}): Promise<void> {
	const { req, packet, decision, outcome } = input;
	await recordAutomation({
		req,
		action: `decision.${outcome}`,
		collection: slug.decisions,
		document: decision.id,
		casino: packet.casino.id,
		after: { kind: packet.kind, onboarding: packet.onboarding.id, sha256: decision.hash },
		reason: decision.reason ?? null,
	});
}

const recommendations = { READY: "ready", HOLD: "hold" } as const;
