import type { Casino360 } from "./casino360Facts";

/**
 * Why an onboarding's health is what it is, from the records: what went wrong first, then what somebody noted.
 * Empty when nothing is recorded.
 */
export function explainHealth(facts: Pick<Casino360, "casino" | "onboarding" | "risks" | "history">): string[] {
	const { casino, onboarding, risks, history } = facts;
	const reasons: string[] = [];
	if (onboarding?.run?.status === "failed")
		reasons.push(`Provisioning failed: ${onboarding.run.error ?? "no cause recorded"}`);
	if (casino.paymentStanding !== "good") reasons.push(`Payment is ${casino.paymentStanding}.`);
	for (const { title } of risks.filter(({ severity }) => severity !== "low")) reasons.push(`Open risk: ${title}.`);
	for (const { title, detail, status } of history) {
		if (status === "attention") reasons.push(`${title} check-in: ${detail ?? "needs attention"}`);
	}
	if (onboarding?.notes) reasons.push(onboarding.notes);
	return reasons;
}
