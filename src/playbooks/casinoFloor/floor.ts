import { approval, criterion, deliverable, form, phase, signedCriterion, task, workingDays } from "../write";

/** Phase C. */
export const floor = phase(
	"floor",
	"Floor configuration",
	"The agreed part of the floor stands in the product, and everybody knows what is entered where.",
	[
		// C1
		task("areas_and_tables", "Enter areas, pits and tables, each table with its status", {
			guidance:
				"The list of tables and their status is the least. Send operations the list: they import it from a file.",
			shown: "areas_and_tables_entered",
			by: "casino_admin",
			answers: "operations_lead",
			asks: ["ops"],
			due: workingDays(3).after("provisioned"),
		}),
		task("game_settings", "Set up the games: type, limits and defaults", {
			guidance: "Send operations the games with their limits and defaults: they enter them in the settings.",
			shown: "games_set_up",
			by: "casino_admin",
			answers: "operations_lead",
			due: workingDays(4).after("provisioned"),
		}),
		task("roster", "Enter the staff with their roles and invite them", {
			guidance: "Administrators, pit bosses, cashiers and whoever else works in the agreed scope.",
			shown: "staff_invited",
			by: "casino_admin",
			answers: "operations_lead",
			due: workingDays(5).after("provisioned"),
		}),
		task("start_clean", "Import active players only; leave the history for later", {
			guidance: "Players are entered in the product itself: Keyturn imports areas, tables and staff.",
			asks: ["operations_lead"],
			due: workingDays(5).after("provisioned"),
		}),
		approval("device_access", "Approve network and devices on the floor", {
			by: "it_contact",
			due: workingDays(5).after("provisioned"),
		}),

		// C2
		form("entered_first_in_product", "Define which records start in the product", {
			by: "operations_lead",
			answers: "executive_sponsor",
			asks: ["ops"],
			due: workingDays(5).after("provisioned"),
		}),
		form("stays_on_paper", "Define what stays on paper for compliance and accounting", {
			by: "compliance_lead",
			asks: ["operations_lead", "finance_contact", "compliance"],
			due: workingDays(5).after("provisioned"),
		}),
		form("fallback", "Define the fallback while the product is down", {
			by: "operations_lead",
			answers: "executive_sponsor",
			asks: ["ops", "compliance_lead"],
			due: workingDays(5).after("provisioned"),
		}),
		approval("audit_posture", "Confirm that audit trail and exports answer what the casino must show", {
			by: "compliance_lead",
			asks: ["compliance"],
			due: workingDays(8).after("provisioned"),
		}),
		deliverable("sop_draft", "Draft procedure: how each role uses the product", {
			by: "operations_lead",
			asks: ["ops", "compliance_lead"],
			due: workingDays(8).after("provisioned"),
			after: ["entered_first_in_product", "stays_on_paper", "fallback"],
		}),
		deliverable("floor_ready_checklist", "Floor Ready checklist, completed", {
			guidance: "Areas, tables, games, roster, devices and boundaries.",
			proof: "signature",
			by: "operations_lead",
			due: workingDays(8).after("provisioned"),
			after: ["areas_and_tables", "game_settings", "roster", "device_access"],
		}),
		task("role_smoke_tests", "Try each role's tasks with an account of that role", {
			guidance: "A refusal that surprises is found here and not in a live shift.",
			asks: ["casino_admin"],
			due: workingDays(8).after("provisioned"),
			after: ["roster"],
			internal: true,
		}),

		criterion("scope_agreed", "The agreed scope is written: areas or tables, and shifts", {
			guidance: "Operations enters it on the onboarding. Use is measured in it from the go-live on.",
			by: "operations_lead",
			answers: "executive_sponsor",
			asks: ["ops"],
			due: workingDays(8).after("provisioned"),
		}),
		criterion("floor_ready", "The floor is ready for the agreed scope, here and in the product", {
			due: workingDays(8).after("provisioned"),
		}),
		criterion("roster_complete", "Everybody in scope stands in the roster", { by: "casino_admin" }),
		criterion("boundaries_written", "The system of record is defined: product first, paper, fallback", {
			by: "operations_lead",
		}),
		criterion("top_tasks_under_five_minutes", "A pit boss completes each of the top five tasks in under five minutes", {
			guidance: "Find a player, start a session, record a rating, add a note, see the rewards: timed on the floor.",
			asks: ["pit_boss"],
			due: workingDays(10).after("provisioned"),
		}),
		criterion("roles_match", "Permissions match what the roles are there for", {
			due: workingDays(10).after("provisioned"),
		}),
		signedCriterion("no_surprise_denials", "Nobody was refused what their role needs", {
			by: "operations_lead",
			due: workingDays(10).after("provisioned"),
			after: ["role_smoke_tests"],
		}),
	],
);
