import { expect, it } from "vitest";
import { automationNames } from "@/domain/playbook/automations";
import { itemsOf } from "@/domain/playbook/content";
import { casinoFloor } from "@/playbooks/casinoFloor";
import { followSource, type SourcePart } from "./followSource";

const stanceAndRoles: SourcePart[] = [
	{
		part: "§1 stance",
		lines: 5,
		says: [
			["the casino is the boundary, the company is metadata", "confirm_tenant", "access_verified"],
			["invoices and receipts are tracked", "send_invoice", "payment_confirmation"],
			["paid or unpaid gates provisioning", "gate_satisfied"],
			["operations work by hand", "settle_invoice_terms"],
			["no billing platform, portal or collections", "exclusions"],
		],
	},
	{
		part: "§2 roles",
		lines: 6,
		says: [
			[
				"the vendor owns provisioning, training materials and go-live support",
				"run_succeeded",
				"quick_guides",
				"escalation_contacts",
			],
			["the sponsor approves success criteria and the directive", "approve_success_criteria", "primary_tool_directive"],
			["the operations lead owns adoption and the procedure", "enforce_sop", "adoption_thresholds_met"],
			["the compliance lead validates the audit posture and decides on paper", "audit_posture", "stays_on_paper"],
			["IT approves network and devices", "device_access"],
			["finance handles invoice terms", "settle_invoice_terms"],
		],
	},
];

const phaseA: SourcePart[] = [
	{
		part: "A1 actions",
		lines: 2,
		says: [
			["confirm the workflows owned, and what stays on paper", "confirm_workflows"],
			["confirm what compliance expects", "confirm_compliance_posture"],
		],
	},
	{
		part: "A1 deliverables",
		lines: 3,
		says: [
			["scope and success criteria", "scope_and_success_criteria"],
			["explicit exclusions", "exclusions"],
			["timeline draft", "timeline_draft"],
		],
	},
	{
		part: "A2 contracts",
		lines: 3,
		says: [
			["master agreement", "msa"],
			["order form", "order_form"],
			["processing agreement, if required", "dpa_needed", "dpa"],
		],
	},
	{
		part: "A3 payment",
		lines: 2,
		says: [
			["invoice sent, or paid by transfer or card", "send_invoice"],
			["one standard: paid or purchase order approved", "gate_standard"],
		],
	},
	{
		part: "A deliverables",
		lines: 3,
		says: [
			["signed documents stored", "msa", "order_form", "dpa"],
			["payment confirmation logged", "payment_confirmation"],
			["provisioning opened", "provisioning_opened"],
		],
	},
	{
		part: "A exit criteria",
		lines: 3,
		says: [
			["contract signed", "contract_signed"],
			["payment gate satisfied", "gate_satisfied"],
			["operations lead and administrator named", "name_contacts", "contacts_named"],
		],
	},
];

const phaseB: SourcePart[] = [
	{
		part: "B1 actions",
		lines: 4,
		says: [
			["company record", "confirm_tenant"],
			["casino tenant", "confirm_tenant", "bootstrap_product"],
			["first administrator bound or invited", "bootstrap_product", "invite_administrator"],
			["an unfinished company holds nobody up", "confirm_tenant"],
		],
	},
	{
		part: "B deliverables",
		lines: 3,
		says: [
			["tenant created", "bootstrap_product", "run_succeeded"],
			["administrator created or invited", "invite_administrator"],
			["baseline settings", "create_settings", "settings_created"],
		],
	},
	{
		part: "B exit criteria",
		lines: 3,
		says: [
			["administrator can log in", "administrator_signed_in"],
			["row-level security succeeds", "check_access", "access_verified"],
			["administrator opens settings and invites", "administrator_can_invite"],
		],
	},
];

const phaseC: SourcePart[] = [
	{
		part: "C1 actions",
		lines: 3,
		says: [
			["tables, pits, areas", "areas_and_tables"],
			["game settings", "game_settings"],
			["roster and roles", "roster", "roster_complete"],
		],
	},
	{
		part: "C2 questions",
		lines: 3,
		says: [
			["what is first in the product", "entered_first_in_product"],
			["what stays on paper", "stays_on_paper"],
			["the fallback", "fallback"],
		],
	},
	{
		part: "C deliverables",
		lines: 2,
		says: [
			["Floor Ready checklist", "floor_ready_checklist", "floor_ready"],
			["draft procedure by role", "sop_draft"],
		],
	},
	{
		part: "C exit criteria",
		lines: 2,
		says: [
			["top five tasks under five minutes each", "top_tasks_under_five_minutes"],
			["permissions match, no surprise denials", "roles_match", "no_surprise_denials"],
		],
	},
];

const phaseD: SourcePart[] = [
	{
		part: "D1 training",
		lines: 4,
		says: [
			["pit boss", "pit_bosses_trained"],
			["cashier, if applicable", "cashiers_in_scope", "cashiers_trained"],
			["administrator", "administrators_trained"],
			["compliance", "compliance_trained"],
		],
	},
	{
		part: "D2 pilot",
		lines: 3,
		says: [
			["one pit or some tables", "pilot_scope_agreed"],
			["one to three shifts", "pilot_completed"],
			["log issues, fix top blockers only", "pilot_issues_triaged"],
		],
	},
	{
		part: "D deliverables",
		lines: 2,
		says: [
			["quick guides", "quick_guides"],
			["issue log with triage", "pilot_issues_triaged"],
		],
	},
	{
		part: "D exit criteria",
		lines: 2,
		says: [
			["pilot completed with the agreed workflows", "pilot_completed"],
			["sponsor agrees to the date", "agree_go_live", "go_live_agreed"],
		],
	},
];

const phaseE: SourcePart[] = [
	{
		part: "E1 cutover",
		lines: 3,
		says: [
			["the sentence that is communicated", "go_live_announcement"],
			["configuration frozen", "freeze_configuration"],
			["escalation path known", "escalation_contacts", "support_path_known"],
		],
	},
	{
		part: "E2 hypercare",
		lines: 4,
		says: [
			["two to four weeks", "hypercare_length"],
			["daily in week 1", "hypercare_complete"],
			["weekly thereafter", "hypercare_complete"],
			["adoption tracked", "active_staff_measured", "tables_measured"],
		],
	},
	{
		part: "E deliverables",
		lines: 2,
		says: [
			["announcement", "go_live_announcement"],
			["hypercare schedule and escalation contacts", "hypercare_schedule", "escalation_contacts"],
		],
	},
	{
		part: "E exit criteria",
		lines: 2,
		says: [
			["adoption threshold", "adoption_thresholds_met"],
			["customer signs the primary tool", "primary_tool_signed_off"],
		],
	},
];

const measuresAndRisks: SourcePart[] = [
	{
		part: "§4 metrics",
		lines: 5,
		says: [
			["active staff per week by role", "active_staff_measured"],
			["entries per shift", "entries_measured"],
			["share of tables and areas", "scope_agreed", "tables_measured"],
			["exceptions", "exceptions_near_zero"],
			["time to complete", "task_times_measured"],
		],
	},
	{
		part: "§4 thresholds",
		lines: 3,
		says: [
			["week 1: 60 %", "adoption_thresholds_met"],
			["weeks 2 and 3: 85 %", "adoption_thresholds_met"],
			["denials near zero after week 1", "adoption_thresholds_met", "exceptions_near_zero"],
		],
	},
	{
		part: "§5 what blocks go-live",
		lines: 5,
		says: [
			["tenant bootstrap", "go_live_needs_met", "bootstrap_product"],
			["invite and accept", "go_live_needs_met", "invites_accepted"],
			["role gates", "go_live_needs_met", "roles_match"],
			["log of administrators' actions", "go_live_needs_met"],
			["exports", "go_live_needs_met"],
		],
	},
	{
		part: "§5 what does not block it",
		lines: 3,
		says: [
			["automatic invitation mails", "go_live_needs_met"],
			["a checklist in the product", "go_live_needs_met"],
			["a training sandbox", "go_live_needs_met"],
		],
	},
	{
		part: "§6 risks",
		lines: 4,
		says: [
			[
				"paper still in use: boundaries, procedure, directive",
				"boundaries_written",
				"sop_draft",
				"primary_tool_directive",
			],
			["migration creeps: start clean", "start_clean"],
			["denials in a live shift: pilot and smoke tests", "role_smoke_tests", "pilot_completed"],
			["unfinished company: billing metadata only", "confirm_tenant"],
		],
	},
	{
		part: "§7 definition of done",
		lines: 7,
		says: [
			["contract and gate", "contract_signed", "gate_satisfied"],
			[
				"tenant; administrator can enter and invite",
				"run_succeeded",
				"administrator_signed_in",
				"administrator_can_invite",
			],
			["floor configured", "floor_ready"],
			["training complete", "training_attended"],
			["pilot complete, go-live date executed", "pilot_completed", "go_live_done"],
			["in use two weeks", "in_use_two_weeks"],
			["hypercare complete, issues in the roadmap", "hypercare_complete", "issues_into_roadmap"],
		],
	},
	{
		part: "§8 rollout",
		lines: 3,
		says: [
			["one pilot customer's playbook first", "copy_what_we_learned"],
			["checklists and templates iterate", "copy_what_we_learned"],
			["product and operational changes apart", "copy_what_we_learned", "issues_into_roadmap"],
		],
	},
];

followSource({
	playbook: casinoFloor,
	source: [...stanceAndRoles, ...phaseA, ...phaseB, ...phaseC, ...phaseD, ...phaseE, ...measuresAndRisks],
	ours: {
		confirm_to_finance: "what was paid for is confirmed as delivered",
		grant_entitlements: "the order form's plan",
		mark_live: "the casino's status",
		schedule_check_ins: "every tenant has check-ins in its first week",
		send_welcome: "every administrator is told where to begin",
	},
});

it("runs every automation, in the order that ledgers already know", () => {
	const run = itemsOf(casinoFloor).flatMap(({ item }) => item.automation ?? []);
	expect(run).toEqual([...automationNames]);
});

it("has the customer live at the start of its last phase", () => {
	expect(casinoFloor.phases.map(({ key }) => key)).toEqual([
		"contracting",
		"provisioning",
		"floor",
		"training_pilot",
		"go_live",
	]);
	expect(casinoFloor.goLivePhase).toBe("go_live");
});
