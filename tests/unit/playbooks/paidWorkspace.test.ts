import { paidWorkspace } from "@/playbooks/paidWorkspace";
import { followSource } from "./followSource";

followSource({
	playbook: paidWorkspace,
	source: [
		{
			part: "success criteria",
			lines: 4,
			says: [
				["paid status bound to workspace and purchaser", "bind_purchaser", "gate_satisfied", "confirm_tenant"],
				["clear message with first steps, to the purchaser", "onboarding_copy", "send_welcome", "welcome_sent"],
				[
					"access verified with the plan's entitlements",
					"check_access",
					"access_verified",
					"grant_entitlements",
					"entitlements_granted",
				],
				["edge cases end in one known way", "case_email_mismatch", "case_duplicate_customer", "case_no_workspace"],
			],
		},
		{
			part: "lane 1: engineering",
			lines: 6,
			says: [
				["purchaser and workspace bound", "bind_purchaser"],
				["deterministic update", "deterministic_update"],
				["safeguards", "safeguards"],
				["deliverable: the change", "implementation_notes"],
				["deliverable: migration notes", "implementation_notes"],
				["deliverable: test results", "implementation_notes"],
			],
		},
		{
			part: "lane 2: assurance",
			lines: 7,
			says: [
				["PASS/HOLD matrix", "qa_matrix", "paid_access_passes"],
				["scenario: success", "case_success"],
				["scenario: address mismatch", "case_email_mismatch"],
				["scenario: duplicate event", "case_duplicate_event"],
				["scenario: retry", "case_retry"],
				["deliverable: checklist", "qa_checklist"],
				["deliverable: recommendation", "qa_recommendation"],
			],
		},
		{
			part: "lane 3: clarity",
			lines: 5,
			says: [
				["onboarding words and first sign-in", "onboarding_copy", "write_to_purchaser"],
				["words for late access", "support_fallback"],
				["deliverable: copy", "onboarding_copy"],
				["deliverable: fallback script", "support_fallback"],
				["deliverable: hand-off notes", "hand_off_notes"],
			],
		},
		{
			part: "lane 4: governance",
			lines: 6,
			says: [
				["lanes in step, blockers cleared", "synchronise_lanes"],
				["go/no-go packet issued", "decision_memo"],
				["linkage explicit in the runbook", "linkage_in_runbook"],
				["deliverable: memo", "decision_memo"],
				["deliverable: blockers, if any", "blocker_list"],
				["deliverable: routing", "next_routing"],
			],
		},
		{ part: "lane 5: approval", lines: 1, says: [["approval or override", "go_decided"]] },
		{
			part: "dependencies",
			lines: 3,
			says: [
				["pipeline healthy", "pipeline_healthy"],
				["configuration active", "configuration_active"],
				["membership roles enforced", "membership_roles"],
			],
		},
		{
			part: "risks",
			lines: 3,
			says: [
				["address differs from the owner's", "case_email_mismatch"],
				["duplicate or late events", "case_duplicate_event"],
				["charged, entitlement late", "case_late_entitlement", "confirm_entitlement"],
			],
		},
		{
			part: "checkpoint",
			lines: 4,
			says: [
				["done", "checkpoint"],
				["in progress", "checkpoint"],
				["blockers and decisions", "checkpoint"],
				["confidence", "checkpoint"],
			],
		},
	],
	ours: {
		administrator_signed_in: "the access is used, not only possible",
		bootstrap_product: "the workspace itself",
		first_week_done: "the first week of every tenant",
		confirm_to_finance: "what was paid for is confirmed as delivered",
		contacts_named: "the gate's condition",
		contract_signed: "the gate's condition",
		create_settings: "a new workspace is not empty",
		go_live_done: "the dates of the first week count from it",
		invite_administrator: "the purchaser's way in",
		mark_live: "the workspace's status",
		run_succeeded: "the run's proof",
		schedule_check_ins: "the first week of every tenant",
	},
});
