import type { AcceptanceFact, OnboardingFacts } from "@/domain/playbook/facts";
import {
	aCheckIn,
	aDecision,
	anAcceptance,
	anIssue,
	aPilot,
	aSession,
	aWelcome,
	onboarded,
	onboardedWith,
	otherSessions,
} from "./onboarded";

/** An onboarded customer with one thing otherwise. */
export function withContracts(
	...contracts: [OnboardingFacts["contracts"][number]["type"], "signed" | "sent" | "terminated"][]
) {
	return onboarded({
		contracts: contracts.map(([type, status]) => ({ id: type, type, status, signedAt: null, hasCopy: true })),
	});
}
export function withAcceptance(
	colour: "green" | "yellow" | "red",
	acknowledgedAt: string | null,
	mails: AcceptanceFact["mails"] = [],
) {
	return onboardedWith({ acceptance: { ...anAcceptance, colour, acknowledgedAt, mails } });
}
export function withWelcome(status: string) {
	return onboarded({
		messages: [
			{ ...aWelcome, id: "older", status: "failed" },
			{ ...aWelcome, status },
		],
	});
}
export function withIssue(change: Partial<typeof anIssue>) {
	return onboarded({ pilotIssues: [{ ...anIssue, ...change }] });
}
export function withFloor(change: Partial<OnboardingFacts["floor"]>) {
	return onboarded({ floor: { ...onboarded().floor, ...change } });
}
export function withBoundary(question: string, change: Partial<OnboardingFacts["boundaries"][number]>) {
	const { boundaries } = onboarded();
	return onboarded({ boundaries: boundaries.map((one) => (one.question === question ? { ...one, ...change } : one)) });
}
export function withSync(change: Partial<NonNullable<OnboardingFacts["sync"]>>) {
	return onboarded({ sync: { isDone: false, problem: null, frozenUntil: null, ...change } });
}
export function withTraining(change: Partial<typeof aSession>) {
	return onboarded({ training: [{ ...aSession, ...change }, ...otherSessions] });
}
export const withPilot = (change: Parameters<typeof aPilot>[0]) => onboarded({ pilotUse: aPilot(change) });
export function withSpotChecks(...checks: [OnboardingFacts["spotChecks"][number]["task"], number, string][]) {
	const observed = checks.map(([task, seconds, observedAt], index) => ({
		id: `late-${index}`,
		task,
		seconds,
		observedAt,
	}));
	return onboarded({ spotChecks: [...observed, ...onboarded().spotChecks] });
}
export function withCheckIn(status: string, dueAt: string, change: Partial<typeof aCheckIn> = {}) {
	const checkIn = { ...aCheckIn, id: "check-in-2", day: 3, dueAt, status, ...change };
	const others = onboarded().checkIns.filter(({ kind, day }) => kind !== checkIn.kind || day !== checkIn.day);
	return onboarded({ checkIns: [...others, checkIn] });
}
export function withDecision(kind: string, status: string) {
	const others = onboarded().decisions.filter((decision) => decision.kind !== kind);
	return onboarded({ decisions: [aDecision(kind, status), ...others] });
}
