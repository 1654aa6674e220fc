import type { FreezeOverridePacket, WaiverPacket } from "@/domain/decisions/packet";
import { Conflict } from "@/errors";

/**
 * What asking answers while the same was asked for: nothing is made a second time.
 * @throws Conflict when something else was asked for, which somebody may be reading right now
 */
export function refuseOther<Packet extends WaiverPacket | FreezeOverridePacket>(
	open: { id: string; packet: Packet },
	asked: Packet,
): { id: string; status: string } {
	const isSame = open.packet.asked.reason === asked.asked.reason && open.packet.expiresAt === asked.expiresAt;
	if (isSame) return { id: open.id, status: "proposed" };
	throw new Conflict("This was asked for already, with another reason or date. Decide on that first.", "asked_already");
}
