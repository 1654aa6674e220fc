import { approval, chosen, criterion, decision, deliverable, phase, task, workingDays } from "../write";

/** Phase A. */
export const contracting = phase(
	"contracting",
	"Contracting and payment",
	"The contract is signed, the payment gate is open, and we know who leads the floor and who administers the tenant.",
	[
		// A1
		task("confirm_workflows", "Agree which workflows the product owns, and which stay on paper", {
			guidance: "Go through the floor's day with the operations lead. What is not named here is out of scope.",
			asks: ["operations_lead", "compliance_lead"],
			due: workingDays(3).after("opened"),
		}),
		task("confirm_compliance_posture", "Agree what compliance expects: audit trail, exports, internal controls", {
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(3).after("opened"),
		}),
		deliverable("scope_and_success_criteria", "Scope and success criteria, on one or two pages", {
			asks: ["executive_sponsor", "operations_lead"],
			due: workingDays(5).after("opened"),
			after: ["confirm_workflows", "confirm_compliance_posture"],
		}),
		deliverable("exclusions", "List of what this first version does not do", {
			guidance: "Such as billing, migration of history, and access across a whole company.",
			due: workingDays(5).after("opened"),
			after: ["confirm_workflows"],
		}),
		deliverable("timeline_draft", "Draft of the implementation timeline", {
			asks: ["operations_lead"],
			due: workingDays(5).after("opened"),
			after: ["confirm_workflows"],
		}),
		approval("approve_success_criteria", "Approve the success criteria", {
			by: "executive_sponsor",
			asks: ["operations_lead"],
			due: workingDays(7).after("opened"),
			after: ["scope_and_success_criteria", "exclusions"],
		}),

		// A2
		decision("dpa_needed", "Does this customer need a data processing agreement?", ["yes", "no"], {
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(5).after("opened"),
		}),
		deliverable("msa", "Master services agreement, signed and stored", {
			guidance: "Attach the signed copy to the contract's record. It is kept on our side.",
			shown: "master_agreement_stored",
			tells: ["executive_sponsor", "finance_contact"],
			due: workingDays(8).after("opened"),
			after: ["scope_and_success_criteria"],
		}),
		deliverable("order_form", "Order form, signed and stored: sites, seats, term", {
			shown: "order_form_stored",
			tells: ["executive_sponsor", "finance_contact"],
			due: workingDays(8).after("opened"),
			after: ["scope_and_success_criteria"],
		}),
		deliverable("dpa", "Data processing agreement, signed and stored", {
			shown: "data_agreement_stored",
			by: "compliance",
			tells: ["compliance_lead"],
			due: workingDays(8).after("opened"),
			when: chosen("dpa_needed", "yes"),
		}),

		// A3
		decision(
			"gate_standard",
			"Which one opens provisioning here: the paid invoice, or the approved purchase order?",
			["paid", "po_approved"],
			{
				guidance: "One standard for this onboarding: your answer sets what provisioning waits for.",
				by: "finance",
				due: workingDays(5).after("opened"),
			},
		),
		task("send_invoice", "Send the invoice, or take the payment by bank transfer or card", {
			guidance: "An invoice is typical for a casino. Send it from its page, or mark it as sent there.",
			shown: "invoice_sent",
			by: "finance",
			tells: ["finance_contact"],
			due: workingDays(8).after("opened"),
			after: ["gate_standard", "order_form"],
		}),
		task(
			"settle_invoice_terms",
			"Settle the terms of invoice and bank transfer; then pay, or have the purchase order approved",
			{
				shown: "invoice_settled",
				by: "finance_contact",
				tells: ["executive_sponsor"],
				due: workingDays(10).afterItem("send_invoice"),
				after: ["send_invoice"],
			},
		),
		deliverable("payment_confirmation", "Payment confirmation, or the approved purchase order, logged", {
			guidance: "The payment and its reference are on the invoice's record once it is settled.",
			shown: "invoice_settled",
			by: "finance",
			after: ["settle_invoice_terms"],
			internal: true,
		}),
		task("name_contacts", "Name the operations lead and the administrator's e-mail address", {
			guidance: "Tell operations, who enter them on the onboarding.",
			shown: "contacts_named",
			by: "executive_sponsor",
			due: workingDays(5).after("opened"),
		}),

		criterion("contract_signed", "The contract is signed", { due: workingDays(10).after("opened") }),
		criterion("gate_satisfied", "The payment gate is satisfied", {
			by: "finance",
			due: workingDays(20).after("opened"),
		}),
		criterion("contacts_named", "The customer has named an operations lead and an administrator", {
			due: workingDays(10).after("opened"),
		}),
		deliverable("provisioning_opened", "Provisioning opened", {
			guidance: "The run starts when the gate opens.",
			shown: "run_opened",
			due: workingDays(1).after("gate_opened"),
			after: ["gate_satisfied"],
			internal: true,
		}),
	],
);
