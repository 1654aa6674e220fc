import type { PlaybookContent } from "@/domain/playbook/content";
import { customerWords } from "./shippedWords";
import {
	automation,
	chosen,
	computed,
	criterion,
	days,
	decision,
	deliverable,
	done,
	form,
	needed,
	phase,
	signedCriterion,
	task,
	workingDays,
} from "./write";

/** What an action of the source ends in. `log` is what the record shows afterwards; `failing` says who hears of it. */
function outcome(said: {
	success: string;
	log?: string;
	notification?: string;
	failure: string;
	failing: string;
}): string {
	return [
		`Success: ${said.success}`,
		said.log && `Log: ${said.log}`,
		said.notification && `Notification: ${said.notification}`,
		`Failure: ${said.failure}`,
		`When it fails: ${said.failing}`,
	]
		.filter(Boolean)
		.join("\n");
}

const tellAdmin = "whoever finds it tells an administrator.";
const reportRisk = "whoever finds it opens a risk: it stands in the real-time queue then.";

/** The customer's actions, from the purchase to the account. */
const purchase = phase("purchase", "Purchase and account", "The customer has an account and a way to pay.", [
	task("start_purchase", "Start the purchase of a support contract", {
		guidance: outcome({
			success: "the customer reaches the site and its sign-in.",
			log: "the account's creation.",
			failure: "the site or the creation of an account is not available.",
			failing: tellAdmin,
		}),
		by: "executive_sponsor",
		due: workingDays(1).after("opened"),
	}),
	task("account", "Create the account, or bring it up to date", {
		guidance: outcome({
			success: "the account is created or updated.",
			log: "the update.",
			failure: "the account could not be created or updated.",
			failing: tellAdmin,
		}),
		by: "operations_lead",
		due: workingDays(1).after("opened"),
		after: ["start_purchase"],
	}),
	task("card_and_billing_cycle", "Add a card and choose the billing cycle", {
		guidance: outcome({
			success:
				"card and billing cycle are added or updated. The card is entered with the payment provider, never here.",
			log: "the update.",
			failure: "the card or the billing cycle was not accepted.",
			failing: tellAdmin,
		}),
		by: "finance_contact",
		due: workingDays(2).after("opened"),
		after: ["account"],
	}),
	form("preferred_inbox", "Say which inbox notifications go to, and which address the contract goes to", {
		guidance: "Confirm both by a reply: the contract goes to an address that was acknowledged.",
		by: "operations_lead",
		due: workingDays(2).after("opened"),
		after: ["account"],
	}),
	criterion("contacts_named", "The customer has named a lead and an administrator", {
		due: workingDays(2).after("opened"),
	}),
]);

/** The customer's actions, from the invoice to the contract. */
const invoiceAndContract = phase(
	"invoice_and_contract",
	"Invoice and contract",
	"The invoice is paid and the contract is with the customer, signed.",
	[
		task("invoice_sent", "Send the invoice", {
			guidance: outcome({
				success: "the invoice is made for the customer.",
				log: "the notification.",
				failure: "there is no invoice.",
				failing: tellAdmin,
			}),
			shown: "invoice_sent",
			by: "finance",
			tells: ["finance_contact"],
			due: workingDays(2).after("opened"),
			after: ["card_and_billing_cycle"],
		}),
		task("invoice_paid", "Pay the invoice", {
			guidance: outcome({
				success: "the payment is accepted.",
				log: "the update.",
				notification:
					"the confirmation is mailed to the purchaser's address; forward it to the preferred inbox where that differs.",
				failure: "the payment is not complete.",
				failing: tellAdmin,
			}),
			shown: "invoice_settled",
			by: "finance_contact",
			tells: ["finance"],
			due: workingDays(5).afterItem("invoice_sent"),
			after: ["invoice_sent"],
		}),
		deliverable("support_contract", "The support contract for this product, made and sent", {
			guidance: outcome({
				success:
					"the contract for the product is made, and sent to the address that the customer acknowledged. Mark it as sent on its record then.",
				log: "the notification.",
				notification: "tell the customer in their preferred inbox.",
				failure: "the contract is not complete.",
				failing: tellAdmin,
			}),
			shown: "support_contract_sent",
			tells: ["executive_sponsor", "operations_lead"],
			due: workingDays(2).after("opened"),
			after: ["preferred_inbox"],
		}),
		criterion("contract_signed", "The support contract is signed", {
			by: "executive_sponsor",
			due: workingDays(6).after("opened"),
		}),
		criterion("gate_satisfied", "The invoice is paid, or its purchase order approved", {
			by: "finance",
			due: workingDays(7).after("opened"),
		}),
	],
);

const profile = phase("profile", "Customer profile", "Support sees the whole customer.", [
	automation("confirm_tenant", "The customer's record"),
	automation("create_settings", "Settings to start from"),
	automation("bootstrap_product", "The customer in the support system"),
	automation("invite_administrator", "Invitation of the customer's administrator", { tells: ["casino_admin"] }),
	automation("grant_entitlements", "What the contract grants"),
	automation("check_access", "Access tried as the customer's administrator"),
	automation("mark_live", "Customer opened"),
	automation("send_welcome", "Welcome message with where to ask for support", { tells: ["casino_admin"] }),
	automation("confirm_to_finance", "Finance told that what was paid for is delivered", { tells: ["finance"] }),
	automation("schedule_check_ins", "Check-ins of the first week planned"),
	form("customer_profile", "Customer profile, complete for support", {
		guidance: `${outcome({
			success: "the full view of the customer is available to support.",
			failure: "support does not know the customer.",
			failing: tellAdmin,
		})}\nThe full view: address, contact, payment, payment schedule and when the payment method expires; age and expiry of the contract; product and its age; every earlier request for repair or help. Link to the customer's page, and note there what Keyturn does not hold: when the payment method expires, the age of the product, earlier requests.`,
		proof: "link",
		due: workingDays(2).after("gate_opened"),
		internal: true,
	}),
	criterion("run_succeeded", "Every step of the set-up is proven", { due: workingDays(1).after("gate_opened") }),
	criterion("access_verified", "The customer's access is proven", { due: workingDays(1).after("gate_opened") }),
	signedCriterion("profile_known", "Support has found the customer and everything in the profile", {
		by: "ops",
		due: workingDays(2).after("gate_opened"),
		after: ["customer_profile"],
		internal: true,
	}),
]);

const acceptance = phase(
	"acceptance",
	"Requirements and acceptance",
	"What the contract promises can be supplied, or the manager knows why not and acts.",
	[
		deliverable("requirements", "What it takes to supply the contracted services", {
			guidance: outcome({
				success: "the acceptance criteria are captured: what makes this contract green, yellow or red.",
				failure: "support does not know what the product needs.",
				failing: reportRisk,
			}),
			asks: ["operations_lead", "it_contact"],
			due: workingDays(3).after("provisioned"),
			after: ["customer_profile"],
		}),
		decision("acceptance", "Acceptance of the contract: green, yellow or red", ["green", "yellow", "red"], {
			guidance:
				"Green: we can supply everything as contracted. Yellow: we can, if something named here is done. Red: we cannot, as it stands. Set it under Acceptance, with the reason; each setting is kept.",
			proof: "none",
			due: workingDays(4).after("provisioned"),
			after: ["requirements"],
			internal: true,
		}),
		computed("log_green", "acceptance_set", "The green acceptance is logged", {
			guidance: outcome({
				success: "the green contract's acceptance is logged: who set it, when and why.",
				failure: "the acceptance is not acknowledged.",
				failing: "nothing stops; the item stays open and is seen. It is a soft failure.",
			}),
			due: workingDays(5).after("provisioned"),
			after: ["acceptance"],
			when: chosen("acceptance", "green"),
			internal: true,
		}),
		computed("notify_manager", "acceptance_notified", "The manager was notified that the contract is yellow or red", {
			guidance: outcome({
				success: "the manager sees the state of the contract. A mail goes out each time it gets worse.",
				log: "the notification.",
				failure: "the acceptance is not acknowledged.",
				failing: reportRisk,
			}),
			due: workingDays(1).afterItem("acceptance"),
			after: ["acceptance"],
			when: chosen("acceptance", "yellow", "red"),
			internal: true,
		}),
		computed(
			"manager_acknowledges",
			"acceptance_acknowledged",
			"The manager acknowledged yellow or red, with the next action",
			{
				guidance:
					"What is done, by whom and until when; then the acceptance is set again. What is not acknowledged in time becomes a risk in the real-time queue.",
				by: "manager",
				asks: ["ops"],
				due: workingDays(1).afterItem("acceptance"),
				after: ["acceptance"],
				when: chosen("acceptance", "yellow", "red"),
				internal: true,
			},
		),
		criterion("acceptance_green", "The contract is accepted: green, or waived by two persons", {
			due: workingDays(7).after("provisioned"),
		}),
	],
);

const inService = phase("in_service", "In service", "The customer knows how to ask for support, and has.", [
	criterion("go_live_done", "The customer is in service", { due: days(0).after("go_live") }),
	criterion("administrator_signed_in", "The customer's administrator has signed in", {
		by: "casino_admin",
		due: days(3).after("go_live"),
	}),
	criterion("first_week_done", "The first week's check-ins are done", { due: days(7).after("go_live") }),
]);

/** A support contract, from the purchase to a contract that can be supplied. */
export const supportContract: PlaybookContent = {
	key: "support_contract",
	name: "Support contract",
	summary:
		"From the purchase of a support contract to a customer whom support knows and whose contract is accepted as green, yellow or red.",
	goLivePhase: "in_service",
	words: customerWords,
	contracts: [needed("support")],
	phases: [purchase, invoiceAndContract, profile, acceptance, inService],
	definitionOfDone: [
		done("The contract is signed, and the invoice is paid or its purchase order approved", {
			by: ["contract_signed"],
			items: ["invoice_paid"],
		}),
		done("Support has the full view of the customer", { items: ["customer_profile", "profile_known"] }),
		done("The acceptance criteria are captured", { by: ["acceptance_set"], items: ["requirements"] }),
		done("The contract is accepted: green, or waived by two persons", { by: ["acceptance_green"] }),
	],
};
