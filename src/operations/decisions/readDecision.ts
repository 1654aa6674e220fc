import type { PayloadRequest } from "payload";
import type { DecisionKind, DecisionStatus } from "@/domain/decisionStatus";
import { judgeVerdict, type Verdict, verdicts } from "@/domain/decisions/judgeVerdict";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { KeyturnError } from "@/errors";
import { findSecondPersonProblem } from "../users/requireSecondPerson";
import { requireVendor } from "../views/requireVendor";
import { findGoNoGo } from "./findGoNoGo";
import { findReadable } from "./findReadable";
import { hashPacket } from "./hashPacket";
import { readPacketContext } from "./readPacketContext";

export type DecisionView = {
	id: string;
	title: string;
	kind: DecisionKind;
	status: DecisionStatus;
	/** The last day of a waiver, or the moment to which a freeze is lifted. */
	expiresAt: string | null;
	hash: string | null;
	/** The hash is that of the packet as it is stored; null while it is proposed. */
	isHashRight: boolean | null;
	/** As it is now while go or no-go is proposed; else as it was asked for or frozen. */
	packet: DecisionPacket | null;
	/** What this person may decide. */
	offered: Verdict[];
	/** Why they may decide nothing, although it waits. */
	whyNot: string | null;
};

/**
 * A decision as its page shows it to the vendor's people. The route decides again.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readDecision(input: { req: PayloadRequest; decisionId: string }): Promise<DecisionView> {
	const { req } = input;
	const role = requireVendor(req);
	const { decision, packet: stored } = await findReadable(input);
	const { id, title, kind, status, hash = null } = decision;
	const packet = status === "proposed" ? await bringUpToDate(req, stored) : stored;
	const whyNot = status === "proposed" ? await findObstacle({ req, role, packet }) : null;
	return {
		id,
		title,
		kind,
		status,
		expiresAt: decision.liftedUntil ?? decision.expiresAt ?? null,
		hash,
		isHashRight: hash && stored ? hashPacket(stored) === hash : null,
		packet,
		offered: whyNot === null && packet ? verdicts.filter((verdict) => fits(verdict, status, packet)) : [],
		whyNot,
	};
}

async function bringUpToDate(req: PayloadRequest, packet: DecisionPacket | null): Promise<DecisionPacket | null> {
	if (packet?.kind !== "go_no_go") return packet;
	const context = await readPacketContext({ req, onboardingId: packet.onboarding.id });
	if (!context) return packet;
	const now = new Date();
	const { etaConfidence } = packet.checkpoint;
	return { ...packet, asOf: now.toISOString(), ...(await findGoNoGo({ req, context, etaConfidence, now })) };
}

async function findObstacle(input: {
	req: PayloadRequest;
	role: string;
	packet: DecisionPacket | null;
}): Promise<string | null> {
	const { req, role, packet } = input;
	if (role !== "admin" && role !== "manager") return "An admin or a manager decides.";
	return findSecondPersonProblem({ req, first: packet?.asked.by.id ?? null, second: req.user?.id ?? "" });
}

function fits(verdict: Verdict, status: DecisionStatus, packet: DecisionPacket): boolean {
	const recommendation = packet.kind === "go_no_go" ? packet.recommendation : null;
	return refusalOf(() => judgeVerdict({ status, recommendation, verdict })) === null;
}

/** What a rule says when it refuses; null when it does not. */
function refusalOf(rule: () => unknown): string | null {
	try {
		rule();
		return null;
	} catch (error) {
		if (error instanceof KeyturnError) return error.publicMessage;
		throw error;
	}
}
