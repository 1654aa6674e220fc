import { inTransaction } from "@/operations/inTransaction";
import { acknowledgeHealth } from "@/operations/plan/acknowledgeHealth";
import { acceptInvites } from "./acceptInvites";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting, reopen } from "./handleItems";
import { enter, type Invoiced, reachTenant } from "./journey";
import { keepCheckIns } from "./keepCheckIns";
import { letTimePass } from "./letTimePass";
import * as client from "./sampleClients";
import type { SampleCustomer } from "./sampleCustomers";
import type { Story } from "./story";
import { workThrough } from "./workThrough";

/** Two support contracts: one finished, late and after a yellow; one is yellow now, and no manager has said that they saw it. */
export const supportStories: readonly Story[] = [
	{ facts: client.saltmarsh, play: playFinishedLate },
	{ facts: client.ironbridge, play: playYellow },
];

async function reachProfile(
	desk: Desk,
	facts: SampleCustomer,
	values: { goLiveInDays: number; managerTurn: number },
): Promise<Invoiced> {
	const customer = await reachTenant(desk, facts, {
		...{ playbook: "support_contract", contract: "support", ...values },
		...{ daysToSign: 1, daysToInvoice: 1, daysToPay: 2 },
		work: {
			phases: ["purchase", "invoice_and_contract"],
			except: ["invoice_sent", "invoice_paid"],
			values: { preferred_inbox: "Notices to the lead, the contract to the buyer. Both answered." },
		},
	});
	await workThrough(desk, customer, { phases: ["invoice_and_contract"] });
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["profile"] });
	return customer;
}

async function playFinishedLate(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachProfile(desk, facts, { goLiveInDays: 14, managerTurn: 0 });
	const pass = (days: number) => letTimePass(desk.payload, customer.casino.id, days);
	await pass(2);
	const phases = ["acceptance"];
	await workThrough(desk, customer, {
		phases,
		only: ["requirements", "acceptance"],
		choices: { acceptance: "yellow" },
	});
	await acknowledge(desk, customer, "Spare parts for the old compressors are not in stock. I ask the supplier today.");
	await workThrough(desk, customer, { phases, only: ["notify_manager", "manager_acknowledges"] });
	await pass(9);
	await keepWaiting(desk, customer, {
		...{ on: "third_party", whom: "The parts supplier", what: "Spare parts for two compressors" },
		...{ sinceDays: 9, untilDays: 0 },
	});
	await reopen(desk, customer, "acceptance", "The parts are here: everything can be supplied as contracted.");
	await workThrough(desk, customer, {
		phases,
		choices: { acceptance: "green" },
		values: { log_green: "Green, today" },
	});
	await enter(desk, customer, {
		wentLiveAt: daysAgo(0),
		notes: "Ask for the age of the product before the contract is priced: parts for the old ones take nine days.",
	});
	await pass(9);
	await keepCheckIns(desk, customer);
	await pass(52);
}

async function acknowledge(desk: Desk, customer: Invoiced, note: string): Promise<void> {
	const req = await actAs(desk, customer, "manager");
	await inTransaction(req, () => acknowledgeHealth({ req, onboardingId: customer.onboarding.id, note }));
}

async function playYellow(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachProfile(desk, facts, { goLiveInDays: 18, managerTurn: 1 });
	await letTimePass(desk.payload, customer.casino.id, 2);
	await workThrough(desk, customer, {
		phases: ["acceptance"],
		only: ["requirements", "acceptance", "notify_manager"],
		choices: { acceptance: "yellow" },
		notes: { acceptance: "Night cover is in the contract, and we have nobody for Sunday nights yet." },
	});
	await letTimePass(desk.payload, customer.casino.id, 0.25);
}
