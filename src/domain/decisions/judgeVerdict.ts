import { Conflict, TransitionRefused } from "@/errors";
import { type DecisionStatus, decisionTransitions } from "../decisionStatus";
import type { GoNoGo } from "./goNoGo";

export const verdicts = ["approve", "override", "reject"] as const;
export type Verdict = (typeof verdicts)[number];

/** How a decision ends when a person takes it. */
export type Outcome = "approved" | "overridden" | "rejected";

export const outcomes: Readonly<Record<Verdict, Outcome>> = Object.freeze({
	approve: "approved",
	override: "overridden",
	reject: "rejected",
});

/**
 * What a person's verdict makes of a proposed decision: approval or override of the recommendation.
 *
 * To approve is to follow the recommendation READY, to override to go against HOLD; either may be rejected. So nobody
 * approves a packet that turned to HOLD after they had read it. What carries no recommendation cannot be overridden.
 *
 * @throws TransitionRefused it is decided already; Conflict the verdict does not fit the recommendation
 */
export function judgeVerdict(input: {
	status: DecisionStatus;
	recommendation: GoNoGo["recommendation"] | null;
	verdict: Verdict;
}): Outcome {
	const { status, recommendation, verdict } = input;
	const to = outcomes[verdict];
	const allowed = decisionTransitions[status];
	if (!allowed.includes(to)) throw new TransitionRefused({ noun: "decision", from: status, to, allowed });
	if (verdict === "approve" && recommendation === "HOLD") {
		throw new Conflict(
			"The recommendation is HOLD. Override it with a reason, or reject it.",
			"recommendation_is_hold",
		);
	}
	if (verdict === "override" && recommendation !== "HOLD") {
		throw new Conflict("There is no HOLD to override. Approve it or reject it.", "nothing_to_override");
	}
	return to;
}
