import { adoptionTrend } from "../../adoption/adoptionTrend";
import { finishedWeeks } from "../../adoption/finishedWeeks";
import { findHypercareWeeks } from "../../adoption/hypercareWeeks";
import { daysBetween, hasDayCome } from "../../calendar/day";
import { sayDay } from "../../calendar/sayDay";
import { findDecision } from "../../decisions/findDecision";
import { paidAccessChecks } from "../../decisions/paidAccessChecks";
import { hasCome } from "../../elapsed";
import { counted, listed } from "../../inWords";
import { recordRef } from "../../recordRef";
import { holds, type Judge, lacks, type TimelessJudge } from "./judge";

const weeksNeeded = 2;

/**
 * Exit criterion of phase E: the metrics have hit their thresholds, which the last two finished weeks show, and no week of
 * hypercare so far is without a report. Not every week ever measured must meet: no work would mend a bad first one.
 */
export const adoptionThresholdsMet: TimelessJudge = ({ facts }) => {
	const { weeks, metInARow } = adoptionTrend(finishedWeeks(facts.adoption, facts.calendar.today));
	const latest = weeks.slice(-weeksNeeded);
	const record = recordRef("adoption-reports", latest.findLast(({ meets }) => !meets) ?? latest.at(-1));
	const { missing } = findHypercareWeeks(facts);
	if (missing.length > 0) {
		const numbers = listed(missing.map((week) => `${week}`));
		return lacks(
			`${counted(weeks.length, "finished week")} reported, none of week ${numbers}. Operations reads it from the product.`,
			record,
		);
	}
	if (weeks.length < weeksNeeded) {
		return lacks(
			`${counted(weeks.length, "finished week")} of ${weeksNeeded} reported. Operations reports each.`,
			record,
		);
	}
	const found = latest.map(({ says }) => says).join(" ");
	if (metInARow >= weeksNeeded) return holds(found, record);
	const next = weeks.some(({ percent }) => percent === null)
		? "Operations agrees the scope with the operations lead, and reads the weeks again."
		: "Two weeks on end must meet; the operations lead drives the use.";
	return lacks(`${found} ${next}`, record);
};

/** Days. */
const daysInUse = 14;

/** Used as the primary tool for at least two weeks. */
export const inUseTwoWeeks: TimelessJudge = ({ facts: { adoption, onboarding, calendar } }) => {
	const { wentLiveAt } = onboarding;
	const record = recordRef("onboardings", onboarding);
	if (!wentLiveAt || !hasDayCome(wentLiveAt, calendar.today)) return lacks("The customer is not live yet.", record);
	const days = daysBetween(wentLiveAt, calendar.today);
	if (days < daysInUse) return lacks(`In use for ${counted(days, "day")} of ${daysInUse}, since the go-live.`, record);
	const { longestMet, weeks } = adoptionTrend(finishedWeeks(adoption, calendar.today));
	const latest = recordRef("adoption-reports", weeks.at(-1));
	return longestMet >= weeksNeeded
		? holds(`In use since ${sayDay(wentLiveAt)}, with ${longestMet} weeks on end that met their thresholds.`, latest)
		: lacks("No two weeks on end met their thresholds. The operations lead drives the use.", latest ?? record);
};

/** Exit criterion of phase E: only the customer's own yes counts, nothing overrides it. */
export const primaryToolSignedOff: Judge = ({ facts, now }) => {
	const decision = findDecision({ decisions: facts.decisions, kind: "primary_tool", now });
	const record = recordRef("decisions", decision);
	if (decision?.status === "approved") return holds("The customer signed off the primary tool.", record);
	return lacks(
		decision
			? `The sign-off as primary tool is ${decision.status}.`
			: "The sponsor has not signed off the primary tool.",
		record,
	);
};

/** The final call, approved or overridden by who has the authority. */
export const goDecided: Judge = ({ facts, now }) => {
	const decision = findDecision({ decisions: facts.decisions, kind: "go_no_go", now });
	const record = recordRef("decisions", decision);
	if (decision?.status === "approved" || decision?.status === "overridden") {
		return holds(`The go was ${decision.status}.`, record);
	}
	return lacks(
		decision
			? `Go or no-go is ${decision.status}. A manager decides.`
			: "Go or no-go is not decided. A manager decides.",
		record,
	);
};

const inForce: ReadonlySet<string> = new Set(["proposed", "approved", "overridden"]);

/** The packet with its recommendation is put to a second person, or was decided for a go. */
export const goNoGoProposed: Judge = ({ facts, now }) => {
	const decision = facts.decisions.findLast(
		({ kind, status, endsAt }) => kind === "go_no_go" && inForce.has(status) && !hasCome(endsAt, now),
	);
	return decision
		? holds(`The packet of go or no-go is ${decision.status}.`, recordRef("decisions", decision))
		: lacks("Go or no-go is not put to a second person. Operations asks on the onboarding's page.");
};

/** What was learned stands in a draft of the playbook's next version. */
export const lessonsProposed: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const { lessonsProposedAt } = onboarding;
	const record = recordRef("onboardings", onboarding);
	return lessonsProposedAt
		? holds(`Playbook changes were proposed on ${sayDay(lessonsProposedAt, calendar.timeZone)}.`, record)
		: lacks("No playbook changes are proposed. Operations does it on the onboarding's page.", record);
};

const binding: ReadonlySet<string> = new Set(["paid_bound", "email_matches", "customer_unique", "workspace_mapped"]);

/** What was paid is bound to the right workspace and to its purchaser: the first four checks of the paid access. */
export const paymentBound: TimelessJudge = ({ facts }) => {
	const checks = paidAccessChecks(facts).filter(({ check }) => binding.has(check));
	const held = checks.filter(({ result }) => result === "HOLD");
	return held[0]
		? lacks(held.map(({ says }) => says).join(" "), held[0].record)
		: holds("The payment is bound to this workspace and its purchaser.", checks[0]?.record);
};

/** Every check of the paid access passes. */
export const paidAccessPasses: TimelessJudge = ({ facts }) => {
	const held = paidAccessChecks(facts).filter(({ result }) => result === "HOLD");
	return held[0]
		? lacks(held.map(({ says }) => says).join(" "), held[0].record)
		: holds("Every check of paid access passes.");
};
