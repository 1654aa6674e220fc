import type { PayloadRequest } from "payload";
import type { DecisionPacket, PacketPerson } from "@/domain/decisions/packet";
import { Conflict, Forbidden, NotFound } from "@/errors";
import { slug } from "@/slugs";
import { lockForUpdate } from "../lockForUpdate";
import { requireProved } from "../users/requireProved";
import { type PacketContext, readPacketContext } from "./readPacketContext";

/** The parts of a packet that are the same for every kind. */
export type OpenedPacket = {
	context: PacketContext;
	sender: PacketPerson;
	frame: Pick<DecisionPacket, "casino" | "onboarding" | "playbook" | "asOf"> & { decided: null };
};

/**
 * Begins a packet for an onboarding that goes on, with the onboarding locked: of two who ask or decide at once, the second sees
 * what the first did. In the caller's transaction.
 *
 * @throws NotFound; Forbidden to whoever is no person; AddressNotProved; Conflict on an onboarding that is over
 */
export async function openPacket(input: {
	req: PayloadRequest;
	onboardingId: string;
	now: Date;
}): Promise<OpenedPacket> {
	const { req, onboardingId, now } = input;
	await requireProved(req);
	await lockForUpdate({ req, collection: slug.onboardings, id: onboardingId });
	const context = await readPacketContext(input);
	if (!context) throw new NotFound("onboarding");
	const { sender, casino, onboarding, playbook, status } = context;
	if (!sender) throw new Forbidden();
	if (status === "completed" || status === "cancelled") {
		throw new Conflict(`This onboarding is ${status}: there is nothing left to decide.`, "onboarding_over");
	}
	return { context, sender, frame: { casino, onboarding, playbook, asOf: now.toISOString(), decided: null } };
}
