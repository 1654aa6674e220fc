import { approval, chosen, criterion, decision, deliverable, phase, workingDays } from "../write";

/** Phase D, with what must work before go-live. */
export const trainingPilot = phase(
	"training_pilot",
	"Training and pilot",
	"The people who work with it are trained, and one part of the floor has worked with it for real shifts.",
	[
		// D1
		criterion("pit_bosses_trained", "Every pit boss is trained", {
			guidance: "Looking up a player, sessions and ratings, notes, seeing the rewards.",
			asks: ["operations_lead"],
			due: workingDays(3).before("pilot_start"),
		}),
		decision("cashiers_in_scope", "Do cashiers work with the product?", ["yes", "no"], {
			by: "operations_lead",
			due: workingDays(8).before("pilot_start"),
		}),
		criterion("cashiers_trained", "Every cashier is trained", {
			guidance: "Logging transactions, and what to do with an exception.",
			asks: ["operations_lead"],
			due: workingDays(3).before("pilot_start"),
			after: ["cashiers_in_scope"],
			when: chosen("cashiers_in_scope", "yes"),
		}),
		criterion("administrators_trained", "Every administrator is trained", {
			guidance: "Managing staff, settings, reports.",
			asks: ["casino_admin"],
			due: workingDays(3).before("pilot_start"),
		}),
		criterion("compliance_trained", "Compliance is trained", {
			guidance: "Audit log, exports, and how a review is done.",
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(3).before("pilot_start"),
		}),
		deliverable("quick_guides", "Quick guides: one or two pages for each role", {
			due: workingDays(3).before("pilot_start"),
		}),

		// D2
		criterion("pilot_scope_agreed", "One pit, or a few tables, and the shifts are agreed for the pilot", {
			guidance:
				"Operations enters them on the onboarding. Where the pilot says nothing of its own, the agreed scope counts.",
			by: "operations_lead",
			answers: "executive_sponsor",
			asks: ["ops"],
			due: workingDays(5).before("pilot_start"),
		}),

		// §5
		criterion("go_live_needs_met", "Everything that go-live needs is there", {
			guidance:
				"Tenant with settings and first administrator; a member of staff who was invited and accepted; role gates checked under row-level security; people's changes of staff and settings in the audit log; an export of the customer's audit record. Mails for invitations, a checklist in the product and a training sandbox do not block it.",
			due: workingDays(5).before("go_live"),
		}),
		criterion("invites_accepted", "Everybody invited has accepted", { by: "casino_admin" }),
		criterion("training_attended", "Everybody in scope is trained", { due: workingDays(1).before("pilot_start") }),
		criterion("pilot_completed", "The pilot ran with the product used for the agreed workflows", {
			guidance:
				"One to three shifts, read from the product: each with entries at the agreed tables, on the pilot's days.",
			by: "operations_lead",
			asks: ["ops", "pit_boss"],
			due: workingDays(4).after("pilot_start"),
			after: ["pilot_scope_agreed", "pit_bosses_trained"],
		}),
		criterion("pilot_issues_triaged", "Every issue that was logged in the pilot has an outcome", {
			guidance: "Log what goes wrong in the pilot log, and fix only the worst blockers; the rest waits for the triage.",
			due: workingDays(5).after("pilot_start"),
		}),
		approval("agree_go_live", "Agree to the go-live date", {
			by: "executive_sponsor",
			asks: ["operations_lead"],
			due: workingDays(6).after("pilot_start"),
			after: ["pilot_issues_triaged"],
		}),
		criterion("go_live_agreed", "The sponsor has agreed to the go-live date", { by: "executive_sponsor" }),
	],
);
