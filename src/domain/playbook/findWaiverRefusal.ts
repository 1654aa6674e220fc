import type { OnboardingFacts } from "./facts";

type Refusal = (facts: OnboardingFacts) => string | null;

/** What only the person who is asked can give, and what no decision makes good. */
const refusals: Readonly<Record<string, Refusal>> = Object.freeze({
	primary_tool_signed_off: () => "Only the customer's sponsor signs the primary tool; nobody waives it.",
	go_decided: () => "Go or no-go is decided on its packet. Override a HOLD there.",
	acceptance_green: ({ onboarding }) =>
		onboarding.acceptance && onboarding.acceptance.colour !== "red"
			? null
			: "A red acceptance is never waived, nor one that is not set. Set it to yellow first, with the reason.",
	hypercare_complete: ({ checkIns }) =>
		checkIns.some(({ kind, status, hasNote }) => kind === "hypercare" && status === "done" && hasNote)
			? null
			: "Hypercare without a single check-in is never complete. Do one with a note, then the rest can be waived.",
});

/** Why an item with this criterion cannot be waived, and why a waiver it has does not count; null when it can. */
export function findWaiverRefusal(input: {
	criterion: string | null;
	facts: Pick<OnboardingFacts, "onboarding" | "checkIns">;
}): string | null {
	const { criterion, facts } = input;
	const refusal = criterion !== null && Object.hasOwn(refusals, criterion) ? refusals[criterion] : undefined;
	return refusal?.(facts as OnboardingFacts) ?? null;
}
