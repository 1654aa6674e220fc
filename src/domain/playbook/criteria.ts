import type { RecordRef } from "../recordRef";

/** The criteria that are computed from records; `src/domain/playbook/judgeCriterion.ts` says how. */
export const criterionNames = [
	"contract_signed",
	"gate_satisfied",
	"contacts_named",
	"run_succeeded",
	"administrator_signed_in",
	"access_verified",
	"settings_created",
	"entitlements_granted",
	"welcome_sent",
	"invites_accepted",
	"floor_ready",
	"roster_complete",
	"roles_match",
	"top_tasks_under_five_minutes",
	"boundaries_written",
	"scope_agreed",
	"go_live_needs_met",
	"training_attended",
	"pit_bosses_trained",
	"cashiers_trained",
	"administrators_trained",
	"compliance_trained",
	"pilot_scope_agreed",
	"pilot_completed",
	"pilot_issues_triaged",
	"go_live_agreed",
	"go_live_done",
	"support_path_known",
	"go_live_announcement",
	"first_week_done",
	"hypercare_complete",
	"check_ins_done",
	"active_staff_measured",
	"entries_measured",
	"tables_measured",
	"exceptions_near_zero",
	"task_times_measured",
	"adoption_thresholds_met",
	"in_use_two_weeks",
	"primary_tool_signed_off",
	"paid_access_passes",
	"go_decided",
	"acceptance_set",
	"acceptance_notified",
	"acceptance_acknowledged",
	"acceptance_green",
	"onboarded_in_two_hours",
] as const;
export type CriterionName = (typeof criterionNames)[number];

/** What a criterion found. */
export type Judgement = {
	holds: boolean;
	/** In one sentence: what was found, or what is missing and who can do it. */
	says: string;
	/** The record that shows it, where there is one. */
	record: RecordRef | null;
};
