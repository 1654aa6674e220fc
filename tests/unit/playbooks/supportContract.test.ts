import { describe, expect, it } from "vitest";
import { itemsOf } from "@/domain/playbook/content";
import { supportContract } from "@/playbooks/supportContract";
import { followSource } from "./followSource";

followSource({
	playbook: supportContract,
	source: [
		{
			part: "customer's actions",
			lines: 6,
			says: [
				["initiates the purchase", "start_purchase"],
				["creates or updates the account", "account"],
				["adds a card, selects the cycle", "card_and_billing_cycle"],
				["receives the invoice", "invoice_sent"],
				["pays the invoice", "invoice_paid", "gate_satisfied"],
				["receives the contract", "preferred_inbox", "support_contract"],
			],
		},
		{
			part: "support's actions",
			lines: 4,
			says: [
				["profile available", "customer_profile", "profile_known"],
				["requirements captured", "requirements", "acceptance"],
				["green identified and logged", "log_green", "acceptance_green"],
				["manager notified on yellow or red", "notify_manager", "manager_acknowledges"],
			],
		},
	],
	ours: {
		access_verified: "the account works",
		administrator_signed_in: "the account is used",
		bootstrap_product: "the account itself",
		check_access: "the account works",
		first_week_done: "the first week of every customer",
		confirm_tenant: "the customer's record",
		confirm_to_finance: "what was paid for is confirmed as delivered",
		contacts_named: "the gate's condition",
		contract_signed: "the gate's condition",
		create_settings: "a new customer is not empty",
		go_live_done: "the dates of the first week count from it",
		grant_entitlements: "what the contract grants",
		invite_administrator: "the customer's way in",
		mark_live: "the customer's status",
		run_succeeded: "the run's proof",
		schedule_check_ins: "the first week of every customer",
		send_welcome: "where to ask for support",
	},
});

describe("what each action of the source ends in", () => {
	const guidance = new Map(itemsOf(supportContract).map(({ item }) => [item.key, item.guidance ?? ""]));
	const admin = "whoever finds it tells an administrator";
	const risk = "whoever finds it opens a risk";

	it.each([
		// action, is logged, is notified, who hears of a failure
		["start_purchase", true, false, admin],
		["account", true, false, admin],
		["card_and_billing_cycle", true, false, admin],
		["invoice_sent", true, false, admin],
		["invoice_paid", true, true, admin],
		["support_contract", true, true, admin],
		["customer_profile", false, false, admin],
		["requirements", false, false, risk],
		["log_green", false, false, "soft failure"],
		["notify_manager", true, false, risk],
	])("%s", (key, isLogged, isNotified, onFailure) => {
		const says = guidance.get(key) ?? "";
		expect(says).toContain("Success: ");
		expect(says).toContain("Failure: ");
		expect(says.includes("Log: ")).toBe(isLogged);
		expect(says.includes("Notification: ")).toBe(isNotified);
		expect(says.split("When it fails: ")[1]).toContain(onFailure);
	});

	it("shows support the whole customer", () => {
		for (const part of [
			"address",
			"contact",
			"payment",
			"payment schedule",
			"payment method expires",
			"age and expiry of the contract",
			"product and its age",
			"request for repair",
		]) {
			expect(guidance.get("customer_profile")).toContain(part);
		}
	});

	it("asks a manager to acknowledge what is yellow or red, and nothing of the kind when it is green", () => {
		const conditions = new Map(itemsOf(supportContract).map(({ item }) => [item.key, item.condition]));
		const whenWorse = { on: "decision", item: "acceptance", isOneOf: ["yellow", "red"] };
		expect(conditions.get("manager_acknowledges")).toEqual(whenWorse);
		expect(conditions.get("notify_manager")).toEqual(whenWorse);
		expect(conditions.get("log_green")).toEqual({ ...whenWorse, isOneOf: ["green"] });
	});
});
