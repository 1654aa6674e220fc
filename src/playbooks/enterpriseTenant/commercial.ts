import { criterion, decision, deliverable, phase, signedCriterion, workingDays } from "../write";

/** Pricing and metering by capacity units, with the gate. */
export const commercial = phase(
	"commercial",
	"Contract and capacity",
	"The tenant is contracted and paid for, and both sides know what is metered and what happens above the limit.",
	[
		deliverable("metered_runs", "Limit: runs a minute", {
			proof: "value",
			asks: ["it_contact", "finance"],
			due: workingDays(3).after("opened"),
		}),
		deliverable("metered_concurrency", "Limit: runs at the same time", {
			proof: "value",
			asks: ["it_contact", "finance"],
			due: workingDays(3).after("opened"),
		}),
		deliverable("metered_writes", "Limit: writes", {
			proof: "value",
			asks: ["it_contact", "finance"],
			due: workingDays(3).after("opened"),
		}),
		deliverable("metered_retention", "Limit: retention and indexing", {
			proof: "value",
			asks: ["it_contact", "finance"],
			due: workingDays(3).after("opened"),
		}),
		decision("overage", "What happens above the limit?", ["throttle_and_notify", "bill", "hard_fail"], {
			guidance: "We recommend to throttle and notify. There is no billing portal in the first year.",
			by: "finance",
			asks: ["executive_sponsor", "finance_contact"],
			due: workingDays(3).after("opened"),
		}),
		criterion("contract_signed", "The order form is signed", { due: workingDays(10).after("opened") }),
		criterion("gate_satisfied", "The payment gate is satisfied", {
			by: "finance",
			due: workingDays(20).after("opened"),
		}),
		criterion("contacts_named", "The tenant's lead and administrator are named", {
			due: workingDays(5).after("opened"),
		}),
		signedCriterion("capacity_policy_agreed", "Capacity units and what happens above them are agreed", {
			by: "executive_sponsor",
			due: workingDays(10).after("opened"),
			after: ["metered_runs", "metered_concurrency", "metered_writes", "metered_retention", "overage"],
		}),
	],
);
