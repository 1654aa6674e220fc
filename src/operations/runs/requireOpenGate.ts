import type { PayloadRequest } from "payload";
import { gate, unmetInWords } from "@/domain/gate";
import { GateNotSatisfied, NotFound } from "@/errors";
import { readGateInput } from "../gate/readGateInput";

/**
 * Lets pass when the onboarding's gate is open now.
 * @throws GateNotSatisfied with what is missing, NotFound
 */
export async function requireOpenGate(input: { req: PayloadRequest; onboardingId: string }): Promise<void> {
	const gateInput = await readGateInput({ ...input, now: new Date() });
	if (!gateInput) throw new NotFound("onboarding");
	const standing = gate(gateInput);
	if (!standing.isOpen) throw new GateNotSatisfied(unmetInWords(standing));
}
