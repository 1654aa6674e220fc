import { counted, listed } from "../inWords";
import { openBlockersOf } from "../pilotBlockers";
import type { OnboardingFacts } from "../playbook/facts";
import { runSucceeded } from "../playbook/judgements/tenant";
import { recordRef } from "../recordRef";
import { type Check, hold, pass, resultOf } from "./check";
import { paidAccessChecks } from "./paidAccessChecks";

/** What somebody wrote down as being in the way. `dueAt` is a day. */
export type Blocker = { title: string; owner: string | null; dueAt: string | null };

export type GoNoGo<Each extends Blocker = Blocker> = {
	recommendation: "READY" | "HOLD";
	says: string;
	checks: Check[];
	blockers: Each[];
};

/**
 * What the go/no-go packet recommends: READY when every check passes and nothing is in the way. It recommends;
 * a person approves or overrides.
 *
 * @returns blockers in the order in which they are due, those without a date last
 */
export function goNoGo<Each extends Blocker>(
	facts: OnboardingFacts,
	extra: { blockers: readonly Each[] },
): GoNoGo<Each> {
	const checks: Check[] = [
		...paidAccessChecks(facts),
		{ check: "run_succeeded", ...resultOf(runSucceeded({ facts })) },
		{ check: "no_pilot_blocker", ...findPilotBlocker(facts) },
		{ check: "no_high_risk", ...findHighRisk(facts) },
	];
	const blockers = extra.blockers.toSorted((one, other) => dueOf(one) - dueOf(other));
	const held = checks.filter(({ result }) => result === "HOLD").length;
	const inTheWay = [
		...(held > 0 ? [counted(held, "check")] : []),
		...(blockers.length > 0 ? [counted(blockers.length, "blocker")] : []),
	];
	return inTheWay.length === 0
		? { recommendation: "READY", says: "Every check passes and nothing is in the way.", checks, blockers }
		: { recommendation: "HOLD", says: `In the way: ${listed(inTheWay)}.`, checks, blockers };
}

// A large number, not Infinity: two without a date must subtract to nothing.
const dueOf = ({ dueAt }: Blocker): number => (dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER);

function findPilotBlocker({ pilotIssues }: OnboardingFacts) {
	const blockers = openBlockersOf(pilotIssues);
	if (blockers.length === 0) return pass("No blocker of the pilot is open.");
	const named = listed(blockers.map(({ title }) => `“${title}”`));
	return hold(`Open in the pilot: ${named}. Their owners fix them.`, recordRef("pilot-issues", blockers[0]));
}

function findHighRisk({ risks }: OnboardingFacts) {
	const high = risks.filter(({ severity }) => severity === "high");
	if (high.length === 0) return pass("No high risk is open.");
	const named = listed(high.map(({ title }) => `“${title}”`));
	return hold(`High risks are open: ${named}. Operations resolves them.`, recordRef("risks", high[0]));
}
