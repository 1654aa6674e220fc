import { expect, it } from "vitest";
import { itemsOf } from "@/domain/playbook/content";
import { enterpriseTenant } from "@/playbooks/enterpriseTenant";
import { followSource } from "./followSource";

followSource({
	playbook: enterpriseTenant,
	source: [
		{
			part: "onboarding playbook",
			lines: 5,
			says: [
				["questionnaire, standardized answers", "security_questionnaire", "standard_answers"],
				[
					"keys and connectors: ServiceNow, Slack, GitHub",
					"own_keys",
					"servicenow_wanted",
					"servicenow_credentials",
					"servicenow_connected",
					"slack_wanted",
					"slack_approved",
					"slack_connected",
					"github_wanted",
					"github_installed",
					"github_connected",
					"connectors_verified",
				],
				[
					"region and data-mode tree",
					"region",
					"region_confirmed",
					"content_stored",
					"redaction",
					"key_holder",
					"data_mode",
				],
				["policy simulation before writes", "policy_simulation", "accept_simulation", "enable_writes"],
				["done: one engineer, under two hours, by checklist", "onboarded_in_two_hours"],
			],
		},
		{
			part: "support and escalation",
			lines: 5,
			says: [
				["channels", "support_channels"],
				["severity levels", "severity_levels"],
				["response targets", "response_targets"],
				["incident words", "incident_template"],
				[
					"done: the gravest incident has owner and steps",
					"severity_one_owner",
					"severity_one_rehearsal",
					"severity_one_ready",
				],
			],
		},
		{
			part: "legal and compliance",
			lines: 5,
			says: [
				["privacy policy and processing summary", "privacy_policy", "processing_summary"],
				["own keys: responsibility", "keys_responsibility"],
				["residency", "residency_statement"],
				["security overview", "security_overview"],
				["done: shareable in procurement", "share_pack", "procurement_accepts"],
			],
		},
		{
			part: "capacity units",
			lines: 3,
			says: [
				["what is metered", "metered_runs", "metered_concurrency", "metered_writes", "metered_retention"],
				["behaviour above the limit", "overage", "capacity_policy_agreed"],
				[
					"done: usage against limit shown, limits enforced",
					"usage_visible",
					"grant_entitlements",
					"entitlements_granted",
					"watch_usage",
				],
			],
		},
		{
			part: "high",
			lines: 5,
			says: [
				["quickstart per connector", "servicenow_quickstart", "slack_quickstart", "github_quickstart"],
				["approvals and evidence explained", "approvals_explained", "evidence_explained"],
				["standard questionnaire responses", "standard_answers"],
				["architecture diagram", "architecture_diagram"],
				["penetration test plan", "penetration_test_plan"],
			],
		},
		{ part: "medium", lines: 1, says: [["processing agreement and clauses for the EU", "dpa", "sccs"]] },
		{ part: "low", lines: 1, says: [["no billing portal in the first year", "overage"]] },
		{
			part: "exit gate",
			lines: 5,
			says: [
				["docs", "documents_exist"],
				["legal and security pack", "pack_exists"],
				["usage limits", "limits_exist"],
				["repeatable checklist", "checklist_repeatable"],
				["confident to onboard and support", "ready_to_support"],
			],
		},
	],
	ours: {
		access_verified: "the run's proof",
		administrator_signed_in: "writes are enabled by somebody who is there",
		bootstrap_product: "the tenant itself",
		check_access: "the run's proof",
		first_week_done: "the first week of every tenant",
		confirm_tenant: "the tenant itself",
		confirm_to_finance: "what was paid for is confirmed as delivered",
		contacts_named: "the gate's condition",
		contract_signed: "the gate's condition",
		create_settings: "a new tenant is not empty",
		gate_satisfied: "the gate's condition",
		go_live_done: "the dates of the first week count from it",
		invite_administrator: "the tenant's way in",
		mark_live: "the tenant's status",
		run_succeeded: "the run's proof",
		schedule_check_ins: "the first week of every tenant",
		send_welcome: "the first steps",
	},
});

const item = (key: string) => itemsOf(enterpriseTenant).find((each) => each.item.key === key)?.item;

it("enables writes only after the policies were simulated and accepted", () => {
	expect(item("enable_writes")?.after).toEqual(["policy_simulation", "accept_simulation"]);
});

it("asks for processing agreement and clauses in the EU only", () => {
	const inEurope = { on: "decision", item: "region", isOneOf: ["eu"] };
	expect(item("region")?.choices).toEqual(["us", "eu"]);
	expect(item("dpa")?.condition).toEqual(inEurope);
	expect(item("sccs")?.condition).toEqual(inEurope);
});

it("asks who holds the keys only where content is stored, and how to redact only where it is not", () => {
	expect(item("key_holder")?.condition).toMatchObject({ item: "content_stored", isOneOf: ["yes"] });
	expect(item("redaction")?.condition).toMatchObject({ item: "content_stored", isOneOf: ["no"] });
	expect(item("data_mode")?.after).toEqual(["region", "content_stored", "redaction", "key_holder"]);
	expect(item("own_keys")?.condition).toMatchObject({ item: "data_mode", isOneOf: ["content_with_own_keys"] });
});
