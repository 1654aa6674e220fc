import { smsLeadService } from "@/playbooks/smsLeadService";
import { followSource } from "./followSource";

followSource({
	playbook: smsLeadService,
	source: [
		{
			part: "step 1",
			lines: 3,
			says: [
				["trigger: the invoice is paid", "gate_satisfied"],
				["confirmation sent", "confirm_deposit"],
				["shown as being onboarded", "move_to_onboarding"],
			],
		},
		{
			part: "step 2",
			lines: 7,
			says: [
				["business and contact", "onboarding_form"],
				["services", "onboarding_form"],
				["working hours", "onboarding_form"],
				["booking process", "onboarding_form"],
				["goals", "onboarding_form"],
				["review the submission", "review_form"],
				["note the business's identifier", "business_id"],
			],
		},
		{
			part: "step 3",
			lines: 5,
			says: [
				["search a number", "search_number"],
				["purchase it", "purchase_number"],
				["webhook address, method, save", "configure_webhook"],
				["record: phone number", "number"],
				["record: the provider's identifier", "number_identifier"],
			],
		},
		{
			part: "step 4",
			lines: 4,
			says: [
				["insert the record", "confirm_tenant"],
				[
					"fill in name, number, status, subscription",
					"confirm_tenant",
					"number_on_record",
					"grant_entitlements",
					"mark_live",
				],
				["save", "confirm_tenant"],
				["record the identifier", "business_id"],
			],
		},
		{
			part: "step 5",
			lines: 4,
			says: [
				["insert the settings", "create_settings"],
				["hours, travel buffer, duration", "create_settings", "settings_created"],
				["customise by the form", "customise_settings"],
				["save", "customise_settings"],
			],
		},
		{
			part: "step 6",
			lines: 2,
			says: [
				["mail the dashboard's address", "send_dashboard_address"],
				["a way to sign in", "invite_administrator"],
			],
		},
		{
			part: "step 7",
			lines: 8,
			says: [
				["send a test message", "test_message"],
				["the reply is appropriate", "test_reply"],
				["the lead appears", "test_lead"],
				["the conversation is captured", "test_conversation"],
				["the dashboard loads", "dashboard_loads"],
				["the demonstration booking shows", "dashboard_demo"],
				["the calendar works", "dashboard_calendar"],
				["the figures show", "dashboard_figures"],
			],
		},
		{ part: "step 8", lines: 1, says: [["hand-off mail", "hand_off", "send_welcome", "welcome_sent"]] },
		{
			part: "step 9",
			lines: 7,
			says: [
				["day 1: signed in", "day_1", "administrator_signed_in"],
				["day 3: messages", "day_3"],
				["day 7: follow-up", "day_7"],
				["watch: login", "watch_sign_in"],
				["watch: confusion", "watch_confusion"],
				["watch: quality of replies", "watch_replies"],
				["watch: feature requests", "watch_wishes"],
			],
		},
		{
			part: "what was to be built",
			lines: 6,
			says: [
				["authentication for dashboards", "invite_administrator", "check_access", "access_verified"],
				["automated provisioning", "bootstrap_product", "run_succeeded"],
				["automatic welcome", "send_welcome"],
				["demonstration booking", "dashboard_demo"],
				["first-login walkthrough", "hand_off"],
				["settings the client can change", "customise_settings"],
			],
		},
		{
			part: "checklist template",
			lines: 14,
			says: [
				["client", "contacts_named"],
				["date", "provisioner"],
				["provisioner", "provisioner"],
				["1 deposit confirmed", "gate_satisfied"],
				["2 form reviewed", "review_form"],
				["3 number purchased and configured", "purchase_number", "configure_webhook"],
				["4 business record", "confirm_tenant"],
				["5 settings", "create_settings", "settings_created"],
				["6 credentials sent", "invite_administrator"],
				["7 system tested", "test_message"],
				["8 hand-off sent", "hand_off"],
				["9 day 1 check-in scheduled", "schedule_check_ins", "first_week_done"],
				["notes", "notes"],
				["time taken", "time_taken"],
			],
		},
	],
	ours: {
		confirm_to_finance: "what was paid for is confirmed as delivered",
		contract_signed: "the gate's condition",
		go_live_done: "the dates of the first week count from it",
	},
});
