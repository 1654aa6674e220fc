import { approval, chosen, criterion, decision, deliverable, phase, task, workingDays } from "../write";

/** Phase D, with what must work before go-live. */
export const trainingPilot = phase(
	"training_pilot",
	"Training and pilot",
	"The people who work with it are trained, and one part of the floor has worked with it for real shifts.",
	[
		// D1
		task("train_pit_bosses", "Train the pit bosses", {
			guidance: "Looking up a player, sessions and ratings, notes, seeing the rewards.",
			asks: ["operations_lead"],
			due: workingDays(3).before("pilot_start"),
		}),
		decision("cashiers_in_scope", "Do cashiers work with the product?", ["yes", "no"], {
			by: "operations_lead",
			due: workingDays(8).before("pilot_start"),
		}),
		task("train_cashiers", "Train the cashiers", {
			guidance: "Logging transactions, and what to do with an exception.",
			asks: ["operations_lead"],
			due: workingDays(3).before("pilot_start"),
			after: ["cashiers_in_scope"],
			when: chosen("cashiers_in_scope", "yes"),
		}),
		task("train_administrators", "Train the administrators", {
			guidance: "Managing staff, settings, reports.",
			asks: ["casino_admin"],
			due: workingDays(3).before("pilot_start"),
		}),
		task("train_compliance", "Train compliance", {
			guidance: "Audit log, exports, and how a review is done.",
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(3).before("pilot_start"),
		}),
		deliverable("quick_guides", "Quick guides: one or two pages for each role", {
			due: workingDays(3).before("pilot_start"),
		}),

		// D2
		task("pilot_scope", "Choose one pit, or a few tables, for the pilot", {
			by: "operations_lead",
			answers: "executive_sponsor",
			asks: ["ops"],
			due: workingDays(5).before("pilot_start"),
		}),
		task("run_pilot", "Run the pilot for one to three shifts", {
			by: "operations_lead",
			asks: ["ops", "pit_boss"],
			due: workingDays(3).after("pilot_start"),
			after: ["pilot_scope", "train_pit_bosses"],
		}),
		task("log_pilot_issues", "Log what goes wrong, and fix only the worst blockers", {
			guidance: "Everything is written down; what does not stop the floor waits for the triage.",
			due: workingDays(3).after("pilot_start"),
			after: ["pilot_scope"],
		}),
		deliverable("pilot_log", "Pilot issue log with the outcome of each triage", {
			proof: "link",
			due: workingDays(5).after("pilot_start"),
			after: ["run_pilot", "log_pilot_issues"],
		}),

		// §5
		criterion("go_live_needs_met", "Everything that go-live needs is there", {
			guidance:
				"Tenant with settings and first administrator; a member of staff who was invited and accepted; role gates checked under row-level security; people's changes of staff and settings in the audit log; an export of the customer's audit record. Mails for invitations, a checklist in the product and a training sandbox do not block it.",
			due: workingDays(5).before("go_live"),
		}),
		criterion("invites_accepted", "Everybody invited has accepted", { by: "casino_admin" }),
		criterion("training_attended", "Every required role is trained", { due: workingDays(1).before("pilot_start") }),
		criterion("pilot_completed", "The pilot ran with the product used for the agreed workflows", {
			by: "operations_lead",
			due: workingDays(4).after("pilot_start"),
		}),
		criterion("pilot_issues_triaged", "Every pilot issue has an outcome", { due: workingDays(5).after("pilot_start") }),
		approval("agree_go_live", "Agree to the go-live date", {
			by: "executive_sponsor",
			asks: ["operations_lead"],
			due: workingDays(6).after("pilot_start"),
			after: ["pilot_log"],
		}),
		criterion("go_live_agreed", "The sponsor has agreed to the go-live date", { by: "executive_sponsor" }),
	],
);
