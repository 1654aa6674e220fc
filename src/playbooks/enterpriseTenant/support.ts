import { deliverable, phase, signedCriterion, task, workingDays } from "../write";

/** Support and escalation. */
export const support = phase(
	"support",
	"Support and escalation",
	"An incident of the highest severity during the onboarding has an owner, steps and a template.",
	[
		deliverable("support_channels", "Support channels", {
			proof: "value",
			tells: ["operations_lead", "it_contact"],
			due: workingDays(3).after("provisioned"),
		}),
		deliverable("severity_levels", "Severity levels, with an example of each", {
			tells: ["operations_lead", "it_contact"],
			due: workingDays(3).after("provisioned"),
		}),
		deliverable("response_targets", "Response targets for each severity", {
			tells: ["operations_lead", "it_contact"],
			due: workingDays(3).after("provisioned"),
			after: ["severity_levels"],
		}),
		deliverable("incident_template", "Template of what is said during an incident", {
			by: "manager",
			asks: ["compliance"],
			due: workingDays(3).after("provisioned"),
			internal: true,
		}),
		deliverable("severity_one_owner", "Who owns an incident of the highest severity while we onboard", {
			proof: "value",
			by: "manager",
			tells: ["operations_lead"],
			due: workingDays(3).after("provisioned"),
		}),
		task("severity_one_rehearsal", "Rehearse an incident of the highest severity, step by step", {
			proof: "link",
			due: workingDays(5).after("provisioned"),
			after: ["support_channels", "response_targets", "incident_template", "severity_one_owner"],
			internal: true,
		}),
		signedCriterion("severity_one_ready", "We can handle an incident of the highest severity during this onboarding", {
			by: "manager",
			due: workingDays(5).after("provisioned"),
			after: ["severity_one_rehearsal"],
		}),
	],
);
