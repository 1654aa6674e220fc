import type { DoneRule } from "../playbook/content";
import type { PlanItem } from "../playbook/planState";

const days = [1, 2, 3, 4, 5, 6, 7].map((day) => `check_in_day_${day}`);
const weeks = [2, 3, 4].map((week) => `weekly_check_in_${week}`);

const lines: readonly DoneRule[] = [
	{ line: "Contract signed and payment gate satisfied", criteria: ["contract_signed", "gate_satisfied"], items: [] },
	{
		line: "Tenant provisioned, and the administrator can sign in and invite staff",
		criteria: ["run_succeeded", "access_verified", "administrator_signed_in"],
		items: [],
	},
	{ line: "Floor configured for the agreed scope", criteria: ["floor_ready", "roster_complete"], items: [] },
	{ line: "Training completed for pit bosses and the other roles", criteria: ["training_attended"], items: [] },
	{ line: "Pilot completed and go-live done", criteria: ["pilot_completed", "go_live_done"], items: [] },
	{ line: "In use as the primary tool for at least two weeks", criteria: ["in_use_two_weeks"], items: [] },
	{
		line: "Hypercare complete, and open issues triaged into the roadmap",
		criteria: ["check_ins_done", "pilot_issues_triaged"],
		items: [...days, ...weeks],
	},
];

/**
 * The definition of done of a version that was published before a playbook had its own: the casino floor's, as far as the plan
 * asks for it. What the plan never asked for would keep an onboarding from ever being completed.
 */
export function defaultDefinition(items: readonly Pick<PlanItem, "key" | "criterion">[]): DoneRule[] {
	const asked = new Set(items.map(({ criterion }) => criterion));
	const keys = new Set(items.map(({ key }) => key));
	return lines
		.map(({ line, criteria, items: named }) => ({
			line,
			criteria: criteria.filter((name) => asked.has(name)),
			items: named.filter((key) => keys.has(key)),
		}))
		.filter(({ criteria, items: named }) => criteria.length + named.length > 0);
}
