import type { PlaybookContent } from "@/domain/playbook/content";
import { businessWords } from "./shippedWords";
import { automation, criterion, days, deliverable, done, form, needed, phase, task, workingDays } from "./write";

/** Steps 1 and 2. */
const deposit = phase(
	"deposit",
	"Deposit and intake",
	"The deposit is in, and we know the business we are setting up.",
	[
		deliverable("provisioner", "Provisioner", {
			guidance: "Who carries this client from the deposit to the first week, and the date on which they began.",
			proof: "value",
			due: workingDays(1).after("opened"),
			internal: true,
		}),
		criterion("contract_signed", "The order form is signed", { due: workingDays(2).after("opened") }),
		criterion("gate_satisfied", "The deposit is paid, or its purchase order approved", {
			guidance: "Finance looks in Xero and records the payment on the invoice. A deposit is an invoice like any other.",
			by: "finance",
			due: workingDays(5).after("opened"),
		}),
		criterion("contacts_named", "The contacts are named: lead and administrator", {
			due: workingDays(2).after("opened"),
		}),
		task("confirm_deposit", "See that the confirmation went out: thank you, now we set you up", {
			guidance: "Keyturn writes it to the purchaser when the payment settles.",
			shown: "payment_confirmed",
			due: workingDays(1).after("gate_opened"),
			after: ["gate_satisfied"],
		}),
		task("move_to_onboarding", "Show the client as being onboarded wherever clients are kept", {
			guidance: "Whoever opens the client's record in the CRM or the sheet sees where it stands.",
			due: workingDays(1).after("gate_opened"),
			after: ["gate_satisfied"],
			internal: true,
		}),
		form("onboarding_form", "Onboarding form", {
			guidance:
				"Business name and contact, services offered, working hours, how bookings are made today, and what the business wants to reach.",
			by: "casino_admin",
			due: workingDays(2).after("gate_opened"),
		}),
		task("review_form", "Review the onboarding form", {
			guidance: "Ask about what is missing now. The settings are fitted to these answers by hand.",
			due: workingDays(1).afterItem("onboarding_form"),
			after: ["onboarding_form"],
			internal: true,
		}),
	],
);

/** Steps 4 to 6, the part that runs by itself once the deposit is in. */
const tenant = phase("tenant", "Business record and sign-in", "The business exists, with settings and a way in.", [
	automation("confirm_tenant", "Business record, active"),
	automation("create_settings", "Settings to start from", {
		guidance: "Weekdays 9 to 5, weekend closed, 30 minutes of travel and 60 minutes for a job.",
	}),
	automation("bootstrap_product", "The business in the product"),
	automation("invite_administrator", "Sign-in for the client: an invitation with a link of its own", {
		guidance: "Nobody is mailed a password. The link opens the page where the client chooses one.",
		tells: ["casino_admin"],
	}),
	automation("grant_entitlements", "What the plan grants, active"),
	automation("check_access", "The client can get in, and only to their own business"),
	automation("mark_live", "Business opened"),
	automation("send_welcome", "Welcome message with where to sign in", { tells: ["casino_admin"] }),
	automation("confirm_to_finance", "Finance told that what was paid for is delivered", { tells: ["finance"] }),
	automation("schedule_check_ins", "Check-ins on day 1, 3 and 7 planned"),
	deliverable("business_id", "Identifier of the business noted", {
		shown: "tenant_in_product",
		due: workingDays(1).after("gate_opened"),
		internal: true,
	}),
	task("customise_settings", "Fit the settings to the onboarding form", {
		guidance: "Working hours of each weekday, travel time between jobs, how long a job takes.",
		due: workingDays(1).after("provisioned"),
		after: ["review_form"],
	}),
	task("send_dashboard_address", "Send the client the address of their dashboard", {
		guidance: "The welcome message names the sign-in page of Keyturn, not the dashboard.",
		tells: ["casino_admin"],
		due: workingDays(1).after("provisioned"),
	}),
	criterion("run_succeeded", "Every step of the set-up is proven", { due: workingDays(1).after("gate_opened") }),
	criterion("settings_created", "The business has its settings", { due: workingDays(1).after("gate_opened") }),
]);

/** Step 3. */
const phoneNumber = phase(
	"phone_number",
	"Phone number",
	"The client's own number receives messages and hands them to us.",
	[
		task("search_number", "Search for a number, an Australian mobile one where there is one", {
			due: workingDays(1).after("gate_opened"),
			internal: true,
		}),
		task("purchase_number", "Purchase the number", {
			guidance: "In the Twilio console, by hand. About 1.50 US dollars a month.",
			due: workingDays(1).after("gate_opened"),
			after: ["search_number"],
			internal: true,
		}),
		deliverable("number", "Phone number", {
			proof: "value",
			due: workingDays(1).after("gate_opened"),
			after: ["purchase_number"],
		}),
		deliverable("number_identifier", "The provider's identifier of the number", {
			proof: "value",
			due: workingDays(1).after("gate_opened"),
			after: ["purchase_number"],
			internal: true,
		}),
		task("configure_webhook", "Point the number's incoming messages at this business, by POST, and save", {
			guidance: "In the Twilio console: the product's webhook address, by POST. Link to the number's page as proof.",
			proof: "link",
			due: workingDays(1).after("provisioned"),
			after: ["purchase_number"],
			internal: true,
		}),
		deliverable("number_on_record", "The number stands on the business's record", {
			proof: "value",
			due: workingDays(1).after("provisioned"),
			after: ["number"],
			internal: true,
		}),
	],
);

/** Steps 7 and 8. */
const testAndHandOff = phase(
	"test_and_hand_off",
	"Test and hand-off",
	"It works from a text message to the dashboard, and the client has it in hand.",
	[
		task("test_message", "Send a test message to the new number", {
			guidance: "From a phone of ours. Note when it was sent.",
			proof: "value",
			due: workingDays(2).after("provisioned"),
			after: ["configure_webhook", "customise_settings"],
			internal: true,
		}),
		task("test_reply", "The automatic reply is appropriate", {
			due: workingDays(2).after("provisioned"),
			after: ["test_message"],
			internal: true,
		}),
		task("test_lead", "The lead appears on the dashboard", {
			due: workingDays(2).after("provisioned"),
			after: ["test_message"],
			internal: true,
		}),
		task("test_conversation", "The conversation is kept", {
			due: workingDays(2).after("provisioned"),
			after: ["test_message"],
			internal: true,
		}),
		task("dashboard_loads", "The dashboard loads", { due: workingDays(2).after("provisioned"), internal: true }),
		task("dashboard_demo", "The dashboard shows the demonstration booking", {
			due: workingDays(2).after("provisioned"),
			after: ["dashboard_loads"],
			internal: true,
		}),
		task("dashboard_calendar", "The calendar works", {
			due: workingDays(2).after("provisioned"),
			after: ["dashboard_loads"],
			internal: true,
		}),
		task("dashboard_figures", "The figures show", {
			due: workingDays(2).after("provisioned"),
			after: ["dashboard_loads"],
			internal: true,
		}),
		criterion("access_verified", "The client's access is proven", { due: workingDays(2).after("provisioned") }),
		task("hand_off", "Send the hand-off: you are live", {
			guidance:
				"Their number, their dashboard and how they get in (by the invitation's link). What they can do: see leads and conversations, manage the booking calendar, update availability, follow response rates. How to begin: sign in, delete the demonstration booking if they like, text their own number, watch. Whom to reply to or text with questions.",
			tells: ["casino_admin"],
			due: workingDays(2).after("provisioned"),
			after: [
				"test_reply",
				"test_lead",
				"test_conversation",
				"dashboard_demo",
				"dashboard_calendar",
				"dashboard_figures",
			],
		}),
		criterion("welcome_sent", "The welcome message went out", { due: workingDays(2).after("provisioned") }),
	],
);

const byCheckIn = "On its check-in: call, note what was said, and mark the check-in done.";

/** Step 9, and what the template asks for at its end. */
const firstWeek = phase("first_week", "First week", "The client uses it, and what troubled them is known.", [
	criterion("go_live_done", "The client is live", { due: days(0).after("go_live") }),
	task("day_1", "Day 1: have they signed in?", {
		guidance: byCheckIn,
		shown: "day_1_called",
		due: days(1).after("provisioned"),
	}),
	criterion("administrator_signed_in", "The client has signed in", {
		by: "casino_admin",
		due: days(1).after("go_live"),
	}),
	task("day_3", "Day 3: are messages coming in?", {
		guidance: byCheckIn,
		shown: "day_3_called",
		due: days(3).after("provisioned"),
		after: ["day_1"],
	}),
	task("day_7", "Day 7: how is it going, any questions?", {
		guidance: byCheckIn,
		shown: "day_7_called",
		due: days(7).after("provisioned"),
		after: ["day_3"],
	}),
	task("watch_sign_in", "Watch for trouble with signing in", { due: days(7).after("go_live"), internal: true }),
	task("watch_confusion", "Watch for confusion about what it does", { due: days(7).after("go_live"), internal: true }),
	task("watch_replies", "Watch for doubts about the quality of the automatic replies", {
		due: days(7).after("go_live"),
		internal: true,
	}),
	task("watch_wishes", "Watch for wishes, and write them down", { due: days(7).after("go_live"), internal: true }),
	criterion("first_week_done", "The three check-ins are done", { due: days(7).after("go_live") }),
	deliverable("notes", "Notes", {
		proof: "value",
		due: days(7).after("go_live"),
		internal: true,
	}),
	deliverable("time_taken", "Time taken, in minutes", {
		guidance: "From the deposit to the hand-off, the work only, without waiting.",
		proof: "value",
		due: days(7).after("go_live"),
		after: ["hand_off"],
		internal: true,
	}),
]);

/** A service business gets its number, its dashboard and its first week. */
export const smsLeadService: PlaybookContent = {
	key: "sms_lead_service",
	name: "SMS lead service",
	summary:
		"From a paid deposit to a client whose number answers: intake, number, settings, test, hand-off and the first week.",
	goLivePhase: "first_week",
	words: businessWords,
	contracts: [needed("order_form")],
	phases: [deposit, tenant, phoneNumber, testAndHandOff, firstWeek],
	definitionOfDone: [
		done("Deposit confirmed", { by: ["gate_satisfied"], items: ["confirm_deposit"] }),
		done("Onboarding form reviewed", { items: ["onboarding_form", "review_form"] }),
		done("Phone number purchased and configured", { items: ["purchase_number", "configure_webhook"] }),
		done("Business record created", { items: ["confirm_tenant", "bootstrap_product", "number_on_record"] }),
		done("Business settings configured", { by: ["settings_created"], items: ["customise_settings"] }),
		done("Login credentials sent", { items: ["invite_administrator", "send_dashboard_address"] }),
		done("System tested", {
			by: ["access_verified"],
			items: [
				"test_reply",
				"test_lead",
				"test_conversation",
				"dashboard_demo",
				"dashboard_calendar",
				"dashboard_figures",
			],
		}),
		done("Hand-off e-mail sent to the client", { by: ["welcome_sent"], items: ["hand_off"] }),
		done("Day 1 check-in scheduled", { items: ["schedule_check_ins"] }),
	],
};
