import type { DecisionKind } from "../decisionStatus";
import { hasCome } from "../elapsed";
import type { OnboardingFacts } from "../playbook/facts";

type Decision = OnboardingFacts["decisions"][number];

/**
 * The decision of a kind that counts now: the one taken last, for a later one replaces an earlier; while none is taken,
 * the one asked for. One whose end has come is told as expired, whether or not somebody has written that down yet.
 */
export function findDecision(input: {
	decisions: readonly Decision[];
	kind: DecisionKind;
	now: string;
}): Decision | null {
	const found = input.decisions
		.filter(({ kind }) => kind === input.kind)
		.reduce<Decision | null>((last, each) => (last && takenAt(last) > takenAt(each) ? last : each), null);
	return found && hasCome(found.endsAt, input.now) ? { ...found, status: "expired" } : found;
}

const takenAt = ({ decidedAt }: Decision): number => (decidedAt ? Date.parse(decidedAt) : Number.NEGATIVE_INFINITY);
