import {
	approval,
	chosen,
	criterion,
	decision,
	deliverable,
	phase,
	signedCriterion,
	task,
	workingDays,
} from "../write";

/** Keys and connectors, their quickstarts, and the policy simulation that comes before any write. */
export const connectors = phase(
	"connectors",
	"Keys, connectors and policies",
	"The customer's systems are connected, and writes are on only where their policies were seen to work.",
	[
		task("own_keys", "Set up the customer's own keys", {
			guidance: "In the product: Keyturn holds no keys.",
			by: "it_contact",
			asks: ["ops", "compliance"],
			due: workingDays(2).after("provisioned"),
			when: chosen("data_mode", "content_with_own_keys"),
		}),

		decision("servicenow_wanted", "Connect ServiceNow?", ["yes", "no"], {
			by: "it_contact",
			due: workingDays(1).after("provisioned"),
		}),
		task("servicenow_credentials", "Issue an account for ServiceNow with the least rights that do", {
			by: "it_contact",
			due: workingDays(2).after("provisioned"),
			after: ["servicenow_wanted"],
			when: chosen("servicenow_wanted", "yes"),
		}),
		task("servicenow_connected", "Connect ServiceNow in the product and read one record", {
			timed: true,
			proof: "link",
			asks: ["it_contact"],
			due: workingDays(2).after("provisioned"),
			after: ["servicenow_credentials"],
			when: chosen("servicenow_wanted", "yes"),
		}),
		deliverable("servicenow_quickstart", "Quickstart: ServiceNow", {
			proof: "link",
			due: workingDays(2).after("provisioned"),
			when: chosen("servicenow_wanted", "yes"),
		}),

		decision("slack_wanted", "Connect Slack?", ["yes", "no"], {
			by: "it_contact",
			due: workingDays(1).after("provisioned"),
		}),
		task("slack_approved", "Approve the app in the Slack workspace", {
			by: "it_contact",
			due: workingDays(2).after("provisioned"),
			after: ["slack_wanted"],
			when: chosen("slack_wanted", "yes"),
		}),
		task("slack_connected", "Connect Slack in the product and post one message to the agreed channel", {
			timed: true,
			proof: "link",
			asks: ["it_contact"],
			due: workingDays(2).after("provisioned"),
			after: ["slack_approved"],
			when: chosen("slack_wanted", "yes"),
		}),
		deliverable("slack_quickstart", "Quickstart: Slack", {
			proof: "link",
			due: workingDays(2).after("provisioned"),
			when: chosen("slack_wanted", "yes"),
		}),

		decision("github_wanted", "Connect GitHub?", ["yes", "no"], {
			by: "it_contact",
			due: workingDays(1).after("provisioned"),
		}),
		task("github_installed", "Install the app on the repositories in scope, and no others", {
			by: "it_contact",
			due: workingDays(2).after("provisioned"),
			after: ["github_wanted"],
			when: chosen("github_wanted", "yes"),
		}),
		task("github_connected", "Connect GitHub in the product and read one pull request", {
			timed: true,
			proof: "link",
			asks: ["it_contact"],
			due: workingDays(2).after("provisioned"),
			after: ["github_installed"],
			when: chosen("github_wanted", "yes"),
		}),
		deliverable("github_quickstart", "Quickstart: GitHub", {
			proof: "link",
			due: workingDays(2).after("provisioned"),
			when: chosen("github_wanted", "yes"),
		}),

		deliverable("approvals_explained", "For the customer: how approvals work", {
			proof: "link",
			due: workingDays(3).after("provisioned"),
		}),
		deliverable("evidence_explained", "For the customer: how evidence bundles work", {
			proof: "link",
			due: workingDays(3).after("provisioned"),
		}),
		task("policy_simulation", "Walk through the policies in simulation, with the customer", {
			timed: true,
			guidance:
				"Real cases, nothing written: what would be allowed, what would be asked for approval, what would be refused.",
			proof: "link",
			asks: ["casino_admin", "it_contact", "compliance_lead"],
			due: workingDays(4).after("provisioned"),
			after: ["servicenow_connected", "slack_connected", "github_connected", "approvals_explained"],
		}),
		approval("accept_simulation", "Accept what the simulation showed", {
			by: "it_contact",
			answers: "compliance_lead",
			due: workingDays(5).after("provisioned"),
			after: ["policy_simulation"],
		}),
		task("enable_writes", "Enable writes", {
			guidance: "Connector by connector, and only for the policies that were accepted.",
			by: "casino_admin",
			asks: ["ops"],
			tells: ["it_contact", "compliance_lead"],
			due: workingDays(5).after("provisioned"),
			after: ["policy_simulation", "accept_simulation"],
		}),
		signedCriterion("connectors_verified", "Each chosen connector works with the policies in force", {
			by: "casino_admin",
			due: workingDays(6).after("provisioned"),
			after: ["enable_writes"],
		}),
		criterion("administrator_signed_in", "The tenant's administrator has signed in", {
			by: "casino_admin",
			due: workingDays(3).after("provisioned"),
		}),
	],
);
