import type { PayloadRequest } from "payload";
import type { FreezeOverridePacket } from "@/domain/decisions/packet";
import { hasCome } from "@/domain/elapsed";
import { Conflict, InvalidInput } from "@/errors";
import { findProposed } from "./findProposed";
import { openPacket } from "./openPacket";
import { refuseOther } from "./refuseOther";
import { writeDecision } from "./writeDecision";

/**
 * Asks that settings may be changed although they are frozen, until a moment. A second person decides. In the caller's
 * transaction. Asking for the same again answers what is.
 *
 * @param input.expiresAt ISO 8601
 * @throws NotFound; InvalidInput on a moment that has passed; Conflict when nothing is frozen, or something else was asked for
 */
export async function proposeFreezeOverride(input: {
	req: PayloadRequest;
	onboardingId: string;
	reason: string;
	expiresAt: string;
}): Promise<{ id: string; status: string }> {
	const { req, onboardingId, reason } = input;
	const now = new Date();
	const expiresAt = new Date(input.expiresAt).toISOString();
	if (hasCome(expiresAt, now.toISOString())) {
		throw new InvalidInput([{ path: "expiresAt", message: "Choose a time in the future." }]);
	}
	const { context, sender, frame } = await openPacket({ req, onboardingId, now });
	const { freeze, casino } = context;
	if (!freeze || hasCome(freeze.until, frame.asOf)) {
		throw new Conflict("No freeze of settings is set or still to come: there is nothing to override.", "no_freeze");
	}
	const asked = { by: sender, at: frame.asOf, reason };
	const packet: FreezeOverridePacket = { ...frame, kind: "freeze_override", asked, freeze, expiresAt };
	const open = await findProposed<FreezeOverridePacket>({ req, onboardingId, kind: "freeze_override" });
	if (open) return refuseOther(open, packet);
	const title = `Change of settings in the freeze: ${casino.name}`;
	const { id, status } = await writeDecision({ req, packet, values: { title, liftedUntil: expiresAt } });
	return { id, status };
}
