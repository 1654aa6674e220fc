import { criterion, phase, signedCriterion, workingDays } from "../write";

/** The exit gate and what proves the playbook itself. */
export const exitGate = phase("exit_gate", "Exit gate", "We can onboard and support this tenant with confidence.", [
	criterion("onboarded_in_two_hours", "Onboarded by one engineer with this checklist in less than two hours", {
		guidance:
			"The minutes of our work that were recorded, summed: confirming the region, setting up each connector, and the policy simulation.",
		by: "ops",
		due: workingDays(6).after("provisioned"),
		internal: true,
	}),
	signedCriterion("documents_exist", "The customer's documents exist and were tried internally", {
		by: "ops",
		due: workingDays(6).after("provisioned"),
		internal: true,
	}),
	signedCriterion("pack_exists", "The legal and security pack exists and was tried internally", {
		by: "compliance",
		due: workingDays(6).after("provisioned"),
		internal: true,
	}),
	signedCriterion("limits_exist", "The usage limits exist and were tried internally", {
		by: "ops",
		due: workingDays(6).after("provisioned"),
		after: ["usage_visible"],
		internal: true,
	}),
	signedCriterion("checklist_repeatable", "The onboarding checklist is repeatable, and was tried by somebody else", {
		by: "ops",
		due: workingDays(6).after("provisioned"),
		internal: true,
	}),
	signedCriterion("ready_to_support", "We are confident that we can support this tenant", {
		by: "manager",
		due: workingDays(7).after("provisioned"),
		after: ["documents_exist", "pack_exists", "limits_exist", "checklist_repeatable", "severity_one_ready"],
	}),
]);
