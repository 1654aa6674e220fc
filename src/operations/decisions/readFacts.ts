import type { PayloadRequest } from "payload";
import { hasCome } from "@/domain/elapsed";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { readOnboardingFacts } from "../plan/readOnboardingFacts";
import type { PacketContext } from "./readPacketContext";

/** The facts of an onboarding's records together with its items, as far as a decision looks at them. */
export async function readFacts(input: {
	req: PayloadRequest;
	context: PacketContext;
	now: Date;
}): Promise<OnboardingFacts> {
	const { context, now } = input;
	const facts = await readOnboardingFacts({ ...input, onboardingId: context.onboarding.id });
	const overdue = context.items.flatMap(({ id, title, dueAt, owner }) =>
		dueAt !== null && hasCome(dueAt, now.toISOString()) ? [{ id, title, dueAt, owner }] : [],
	);
	return { ...facts, items: { open: context.items.length, overdue } };
}
