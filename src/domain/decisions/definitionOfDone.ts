import type { CriterionName, Judgement } from "../playbook/criteria";
import type { OnboardingFacts } from "../playbook/facts";
import { judgeCriterion } from "../playbook/judgeCriterion";
import { type RecordRef, recordRef } from "../recordRef";

export type DoneLine = { line: string; done: boolean; says: string; record: RecordRef | null };

/** The definition of done: each line with the criteria that show it. The last also wants every check-in behind it. */
const lines: readonly { line: string; criteria: readonly CriterionName[]; endsHypercare?: true }[] = [
	{ line: "Contract signed and payment gate satisfied", criteria: ["contract_signed", "gate_satisfied"] },
	{
		line: "Tenant provisioned, and the administrator can sign in and invite staff",
		criteria: ["run_succeeded", "access_verified", "administrator_signed_in"],
	},
	{ line: "Floor configured for the agreed scope", criteria: ["floor_ready", "roster_complete"] },
	{ line: "Training completed for pit bosses and the other roles", criteria: ["training_attended"] },
	{ line: "Pilot completed and go-live done", criteria: ["pilot_completed", "go_live_done"] },
	{ line: "In use as the primary tool for at least two weeks", criteria: ["in_use_two_weeks"] },
	{
		line: "Hypercare complete, and open issues triaged into the roadmap",
		criteria: ["check_ins_done", "pilot_issues_triaged"],
		endsHypercare: true,
	},
];

/**
 * Whether the customer is onboarded.
 *
 * @param now ISO 8601
 */
export function definitionOfDone(facts: OnboardingFacts, now: string): DoneLine[] {
	return lines.map(({ line, criteria, endsHypercare }) => {
		const found = criteria.map((name) => judgeCriterion({ name, facts, now }));
		const ahead = endsHypercare ? findCheckInAhead(facts) : null;
		return { line, ...together(ahead ? [...found, ahead] : found) };
	});
}

function together(found: readonly Judgement[]): Omit<DoneLine, "line"> {
	const missing = found.filter(({ holds }) => !holds);
	const told = missing.length > 0 ? missing : found;
	const record = told.find(({ record }) => record !== null)?.record ?? null;
	return { done: missing.length === 0, says: told.map(({ says }) => says).join(" "), record };
}

function findCheckInAhead({ checkIns }: OnboardingFacts): Judgement | null {
	const ahead = checkIns.find(({ status }) => status === "scheduled");
	if (!ahead) return null;
	const says = `The check-in of day ${ahead.day} is still to come.`;
	return { holds: false, says, record: recordRef("check-ins", ahead) };
}
