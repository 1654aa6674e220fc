import { approval, criterion, days, decision, deliverable, phase, task, workingDays } from "../write";

/** Phase E, with the thresholds of use, the definition of done, and the lessons. */
export const goLive = phase(
	"go_live",
	"Go-live and hypercare",
	"The product is the primary tool for the agreed workflows, measured for two weeks and signed by the customer.",
	[
		// E1
		approval("primary_tool_directive", "Direct that the product is the primary tool", {
			guidance: "The directive and the procedure together end “paper still works, the product is optional”.",
			by: "executive_sponsor",
			asks: ["operations_lead", "compliance_lead"],
			tells: ["pit_boss", "cashier"],
			due: workingDays(5).before("go_live"),
		}),
		criterion("go_live_announcement", "Go-live announcement: what is not in the product did not happen", {
			guidance:
				"For the workflows that the product owns, and only for those. It is written and sent from this page, to the people it informs.",
			tells: ["executive_sponsor", "operations_lead", "pit_boss", "cashier"],
			due: workingDays(2).before("go_live"),
			after: ["primary_tool_directive"],
		}),
		task("enforce_sop", "Have the procedure followed on every shift", {
			by: "operations_lead",
			answers: "executive_sponsor",
			due: days(7).after("go_live"),
		}),
		task("freeze_configuration", "Freeze the configuration for the first live shifts", {
			guidance: "Set the window on the onboarding. Breaking it takes two people and a reason.",
			shown: "freeze_planned",
			tells: ["casino_admin", "operations_lead"],
			due: workingDays(1).before("go_live"),
		}),
		deliverable("escalation_contacts", "Escalation contacts, known on the floor", {
			guidance: "Enter them on the onboarding, under Go-live. Its page and the portal show them.",
			shown: "support_path_known",
			tells: ["operations_lead", "pit_boss"],
			due: workingDays(2).before("go_live"),
		}),
		criterion("go_live_done", "The agreed date came and the floor went live", {
			by: "operations_lead",
			due: days(0).after("go_live"),
		}),
		criterion("support_path_known", "The escalation contacts are named", {
			due: workingDays(1).before("go_live"),
		}),

		// E2
		decision("hypercare_length", "How long does hypercare last?", ["two_weeks", "three_weeks", "four_weeks"], {
			asks: ["operations_lead"],
			due: workingDays(3).before("go_live"),
		}),
		deliverable("hypercare_schedule", "Hypercare schedule: the days of the check-ins", {
			guidance: "The check-ins get their days when the go-live has happened, for as long as was decided.",
			shown: "hypercare_planned",
			asks: ["operations_lead"],
			due: days(1).after("go_live"),
			after: ["hypercare_length"],
		}),

		// §4
		criterion("active_staff_measured", "Active staff is measured each week of hypercare, by role", {
			guidance: "Read from the product when a week is over, as the three below.",
			due: days(28).after("go_live"),
		}),
		criterion("entries_measured", "Entries per shift are measured each week", { due: days(28).after("go_live") }),
		criterion("tables_measured", "The share of tables and areas in scope that use the product is measured each week", {
			due: days(28).after("go_live"),
		}),
		criterion("exceptions_near_zero", "Failed entries and refused permissions are close to none after the first week", {
			due: days(28).after("go_live"),
		}),
		criterion("task_times_measured", "The key workflows are timed each week, and take less than five minutes", {
			guidance: "At least one spot check a week, by the stopwatch on this page.",
			asks: ["pit_boss"],
			due: days(28).after("go_live"),
		}),
		criterion("adoption_thresholds_met", "Adoption reached its thresholds", {
			guidance:
				"In the first week 60 % of the shifts in scope are recorded, in the second and third at least 85 %, and after the first week refusals come close to none.",
			by: "operations_lead",
			due: days(21).after("go_live"),
		}),

		// E, exit, with §7
		criterion("in_use_two_weeks", "In use as the primary tool for two weeks or more", {
			by: "operations_lead",
			due: days(14).after("go_live"),
		}),
		criterion("hypercare_complete", "Hypercare is complete: every daily and weekly check-in, with its note", {
			guidance:
				"The check-ins are planned when the go-live has happened: daily in the first week, then weekly for as long as was decided. Call, mark each done, and note what was said.",
			asks: ["operations_lead"],
			due: days(28).after("go_live"),
		}),
		deliverable("issues_into_roadmap", "Open issues triaged into the roadmap", {
			guidance: "Each issue that is put off to the roadmap has its link there, on the issue's record.",
			shown: "issues_in_roadmap",
			due: days(28).after("go_live"),
			internal: true,
		}),
		criterion("primary_tool_signed_off", "The customer has signed the primary-tool status", {
			guidance: "The sponsor signs it once, in the portal.",
			by: "executive_sponsor",
			asks: ["operations_lead", "compliance_lead"],
			tells: ["manager"],
			due: days(28).after("go_live"),
		}),

		// §8
		deliverable("copy_what_we_learned", "Copy what we learned into the next version of the playbook", {
			guidance:
				"“Propose playbook changes” on this page copies it into a draft. Wishes for the product go to the product's roadmap.",
			shown: "lessons_proposed",
			due: days(35).after("go_live"),
			after: ["primary_tool_signed_off"],
			internal: true,
		}),
	],
);
