import type { PlaybookContent } from "@/domain/playbook/content";
import { workspaceWords } from "./shippedWords";
import {
	automation,
	chosen,
	criterion,
	days,
	decision,
	deliverable,
	done,
	form,
	needed,
	phase,
	task,
	workingDays,
} from "./write";

/** Lane 1, and what it leans on. */
const binding = phase(
	"binding",
	"Paid and bound",
	"What was paid is bound to the right workspace and to the purchaser's address.",
	[
		criterion("contract_signed", "The order form is signed", { due: workingDays(1).after("opened") }),
		criterion("contacts_named", "The purchaser's lead and administrator are named", {
			due: workingDays(1).after("opened"),
		}),
		criterion("gate_satisfied", "Paid status has reached the right invoice, or its purchase order is approved", {
			by: "finance",
			due: workingDays(1).after("opened"),
		}),
		task("bind_purchaser", "Bind the purchaser's e-mail and the workspace through checkout and webhook", {
			guidance:
				"A checkout made here carries our invoice in its metadata, and the webhook's event is bound by it. What is not certain is held, and a person decides.",
			shown: "payment_bound",
			by: "admin",
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		task("deterministic_update", "Check the one path that updates status, plan, customer and subscription", {
			guidance:
				"The same events in any order end in the same four values: status, plan, Stripe customer, Stripe subscription.",
			by: "admin",
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		task("safeguards", "Confirm the safeguards for mismatch and fallback", {
			guidance: "What is not certain is held with its reason, and a person decides. Nothing is guessed.",
			by: "admin",
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		task("pipeline_healthy", "Checkout and webhook pipeline is healthy", {
			by: "admin",
			due: workingDays(1).after("opened"),
			internal: true,
		}),
		task("configuration_active", "The configuration it needs is active in production", {
			by: "admin",
			due: workingDays(1).after("opened"),
			internal: true,
		}),
		task("membership_roles", "The workspace's roles, owner and administrator, are enforced", {
			by: "admin",
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		deliverable("implementation_notes", "The change, with notes on migration and test results", {
			proof: "link",
			by: "admin",
			due: workingDays(1).after("gate_opened"),
			after: ["bind_purchaser", "deterministic_update", "safeguards"],
			internal: true,
		}),
	],
);

const access = phase(
	"access",
	"Workspace and access",
	"The purchaser can enter the right workspace with what the plan grants.",
	[
		automation("confirm_tenant", "The workspace that was paid for"),
		automation("create_settings", "Settings to start from"),
		automation("bootstrap_product", "The workspace in the product"),
		automation("invite_administrator", "Invitation to the purchaser's administrator", { tells: ["casino_admin"] }),
		automation("grant_entitlements", "What the plan grants"),
		automation("check_access", "Access tried as the administrator"),
		automation("mark_live", "Workspace opened"),
		automation("send_welcome", "Onboarding message with the first steps, to the administrator", {
			tells: ["casino_admin"],
		}),
		automation("confirm_to_finance", "Finance told that what was paid for is delivered", { tells: ["finance"] }),
		automation("schedule_check_ins", "Check-ins of the first week planned"),
		criterion("run_succeeded", "Every step of the provisioning is proven", {}),
		criterion("entitlements_granted", "The plan's entitlements are granted", {
			due: workingDays(1).after("gate_opened"),
		}),
		criterion("access_verified", "The administrator can enter the right workspace", {
			due: workingDays(1).after("gate_opened"),
		}),
		criterion("welcome_sent", "The onboarding message was sent to the administrator", {
			due: workingDays(1).after("gate_opened"),
		}),
	],
);

/** Lane 3. */
const onboardingClarity = phase(
	"onboarding_clarity",
	"Words for the purchaser",
	"The purchaser knows what to do first, and hears from us when access takes longer than the payment.",
	[
		deliverable("onboarding_copy", "Onboarding words and instructions for the first sign-in", {
			guidance:
				"Name the address it was bought with and the workspace it opens, so that nobody signs in to the wrong one.",
			asks: ["operations_lead"],
			due: workingDays(1).after("gate_opened"),
		}),
		task(
			"write_to_purchaser",
			"Send the onboarding words to the purchaser's address, where the administrator has another",
			{
				guidance:
					"Keyturn sends the first steps to the administrator. The purchaser hears that the payment arrived, and when access is late.",
				due: workingDays(1).after("gate_opened"),
				after: ["onboarding_copy"],
			},
		),
		deliverable("support_fallback", "What support says when the payment went through and access is late", {
			tells: ["finance"],
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		deliverable("hand_off_notes", "Notes for whoever takes over", {
			proof: "value",
			due: workingDays(1).after("gate_opened"),
			after: ["onboarding_copy", "support_fallback"],
			internal: true,
		}),
	],
);

/** Lane 2. */
const assurance = phase("assurance", "PASS or HOLD", "Each way that it can go was tried, and has a known end.", [
	deliverable("qa_matrix", "PASS/HOLD matrix of what provisioning can end in", {
		guidance:
			"Paid and bound, address matches, customer unique, workspace mapped, entitlement right, access verified, message sent.",
		by: "compliance",
		asks: ["ops"],
		proof: "link",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_success", "Try the way that everything goes well", {
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_email_mismatch", "Try a purchaser's address that is not the workspace owner's", {
		guidance:
			"A payment from another address than the invoice's purchaser is held until a person decides. A purchaser who is neither invited nor on the roster keeps paid access at HOLD.",
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_duplicate_event", "Try a payment event that comes twice, or late", {
		guidance: "It settles once, and no late event brings an older status back.",
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_retry", "Try a provisioning that breaks midway and is tried again", {
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_duplicate_customer", "Try one purchaser who is two customers at Stripe", {
		guidance: "A payment from another Stripe customer than the company's is held until a person decides.",
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_no_workspace", "Try a payment that no workspace is mapped to", {
		guidance: "It is held as having no workspace; nothing is created for it by guess.",
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("case_late_entitlement", "Try a charge whose entitlement comes late", {
		guidance: "The purchaser hears from us before they ask.",
		by: "compliance",
		due: workingDays(1).after("gate_opened"),
		after: ["support_fallback"],
		internal: true,
	}),
	deliverable("qa_checklist", "The gate's checklist, in short", {
		by: "compliance",
		due: workingDays(1).after("provisioned"),
		after: ["case_success", "case_email_mismatch", "case_duplicate_event", "case_retry"],
		internal: true,
	}),
	decision("qa_recommendation", "Recommendation: PASS or HOLD", ["PASS", "HOLD"], {
		by: "compliance",
		tells: ["ops"],
		due: workingDays(1).after("provisioned"),
		after: ["qa_matrix", "qa_checklist", "case_duplicate_customer", "case_no_workspace", "case_late_entitlement"],
		internal: true,
	}),
	criterion("paid_access_passes", "Paid access says PASS in every line", { due: workingDays(1).after("provisioned") }),
]);

/** Lanes 4 and 5, and the checkpoint. */
const release = phase("release", "Go or no-go", "Somebody with the authority has said go, on what was known.", [
	task("synchronise_lanes", "Keep the lanes in step and clear what blocks them", {
		asks: ["admin", "compliance"],
		due: workingDays(1).after("provisioned"),
		internal: true,
	}),
	task("linkage_in_runbook", "The runbook says which purchaser's address belongs to which workspace", {
		proof: "link",
		due: workingDays(1).after("provisioned"),
		internal: true,
	}),
	form("checkpoint", "Checkpoint: done, in progress, blockers and decisions needed, confidence in the ETA", {
		guidance: "Confidence is high, medium or low. Four short lines are enough.",
		asks: ["admin", "compliance"],
		tells: ["manager"],
		due: workingDays(1).after("provisioned"),
		internal: true,
	}),
	deliverable("decision_memo", "Go/no-go packet: READY or HOLD", {
		guidance: "Put go or no-go to a second person on this page: the packet is written with it.",
		shown: "go_no_go_proposed",
		tells: ["manager"],
		due: workingDays(1).after("provisioned"),
		after: ["qa_recommendation", "checkpoint", "linkage_in_runbook"],
		internal: true,
	}),
	deliverable("blocker_list", "What blocks, and who clears it", {
		proof: "value",
		due: workingDays(1).after("provisioned"),
		after: ["checkpoint"],
		when: chosen("qa_recommendation", "HOLD"),
		internal: true,
	}),
	deliverable("next_routing", "Where it goes from here", {
		proof: "value",
		due: workingDays(1).after("provisioned"),
		after: ["decision_memo"],
		internal: true,
	}),
	criterion("go_decided", "Go is decided: the recommendation is approved or overridden", {
		guidance: "Go or no-go is put to a second person on this page. An override says why.",
		by: "manager",
		asks: ["ops", "compliance"],
		tells: ["admin"],
		due: workingDays(2).after("provisioned"),
	}),
]);

const firstUse = phase("first_use", "First use", "The purchaser works in the workspace.", [
	criterion("administrator_signed_in", "The purchaser's administrator has signed in", {
		by: "casino_admin",
		due: workingDays(2).after("go_live"),
	}),
	criterion("go_live_done", "The purchaser is live", { due: days(0).after("go_live") }),
	task("confirm_entitlement", "Confirm with the purchaser that the workspace shows the plan they bought", {
		asks: ["casino_admin"],
		due: workingDays(2).after("go_live"),
	}),
	criterion("first_week_done", "The first week's check-ins are done", { due: days(7).after("go_live") }),
]);

/** Every paid customer gets clear words and the right access, bound to purchaser and workspace. */
export const paidWorkspace: PlaybookContent = {
	key: "paid_workspace",
	name: "Paid workspace",
	summary:
		"From a checkout to a purchaser who is in the right workspace with the right plan, tried for PASS or HOLD and released by a decision.",
	goLivePhase: "first_use",
	words: workspaceWords,
	contracts: [needed("order_form")],
	phases: [binding, access, onboardingClarity, assurance, release, firstUse],
	definitionOfDone: [
		done("Paid status is bound to the right workspace and purchaser's e-mail", {
			by: ["gate_satisfied", "paid_access_passes"],
			items: ["bind_purchaser"],
		}),
		done("The onboarding message with clear first steps was sent to the purchaser", {
			by: ["welcome_sent"],
			items: ["onboarding_copy", "write_to_purchaser"],
		}),
		done("The purchaser can enter the right workspace with what the plan grants", {
			by: ["access_verified", "entitlements_granted"],
		}),
		done("Edge cases have deterministic handling: e-mail mismatch, duplicate customer, no workspace", {
			items: ["case_email_mismatch", "case_duplicate_customer", "case_no_workspace"],
		}),
	],
};
