import type { PayloadRequest } from "payload";
import { isDayOver } from "@/domain/calendar/day";
import { type DoneLine, definitionOfDone } from "@/domain/decisions/definitionOfDone";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readReview } from "../plan/readReview";
import type { PacketContext } from "./readPacketContext";

/** The facts of an onboarding's records together with its items, as far as a decision looks at them, and its definition of done. */
export async function readFacts(input: {
	req: PayloadRequest;
	context: PacketContext;
	now: Date;
}): Promise<{ facts: OnboardingFacts; lines: DoneLine[] }> {
	const { req, context, now } = input;
	const review = await readReview({ sql: await sqlOf(req), onboardingId: context.onboarding.id, now });
	if (!review) throw new NotFound("onboarding");
	const overdue = context.items.flatMap(({ id, title, dueAt, owner }) =>
		dueAt !== null && isDayOver(dueAt, review.facts.calendar.today) ? [{ id, title, dueAt, owner }] : [],
	);
	const facts = { ...review.facts, items: { open: context.items.length, overdue } };
	const { items, onboarding } = review.state;
	return { facts, lines: definitionOfDone({ rules: onboarding.doneRules, facts, items, now: now.toISOString() }) };
}
