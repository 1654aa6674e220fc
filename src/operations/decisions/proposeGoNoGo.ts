import type { PayloadRequest } from "payload";
import type { Confidence, GoNoGoPacket } from "@/domain/decisions/packet";
import { findGoNoGo } from "./findGoNoGo";
import { findProposed } from "./findProposed";
import { openPacket } from "./openPacket";
import { writeDecision } from "./writeDecision";

/**
 * Asks for go or no-go, with the packet as it is now. One is open at a time: asking again brings its packet up to date, and
 * makes whoever asked last the one who cannot decide. In the caller's transaction.
 *
 * @throws NotFound; Conflict on an onboarding that is over
 */
export async function proposeGoNoGo(input: {
	req: PayloadRequest;
	onboardingId: string;
	etaConfidence: Confidence;
	note: string | null;
}): Promise<{ id: string; status: string; recommendation: GoNoGoPacket["recommendation"] }> {
	const { req, onboardingId, etaConfidence, note } = input;
	const now = new Date();
	const { context, sender, frame } = await openPacket({ req, onboardingId, now });
	const open = await findProposed<GoNoGoPacket>({ req, onboardingId, kind: "go_no_go" });
	const packet: GoNoGoPacket = {
		...frame,
		kind: "go_no_go",
		asked: { by: sender, at: frame.asOf, reason: note },
		...(await findGoNoGo({ req, context, etaConfidence, now })),
	};
	const title = `Go or no-go: ${context.casino.name}`;
	const { id, status } = await writeDecision({ req, id: open?.id, packet, values: { title } });
	return { id, status, recommendation: packet.recommendation };
}
