import type { AcceptanceColour } from "@/domain/acceptance";
import { inTransaction } from "@/operations/inTransaction";
import { acknowledgeAcceptance } from "@/operations/plan/acknowledgeAcceptance";
import { acknowledgeHealth } from "@/operations/plan/acknowledgeHealth";
import { readOnboardingPlan } from "@/operations/plan/readOnboardingPlan";
import { setAcceptance } from "@/operations/plan/setAcceptance";
import { acceptInvites } from "./acceptInvites";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting } from "./handleItems";
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
			values: { preferred_inbox: "Notices to the lead, the contract to the buyer. Both answered." },
		},
	});
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["profile"] });
	return customer;
}

async function playFinishedLate(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachProfile(desk, facts, { goLiveInDays: 14, managerTurn: 0 });
	const pass = (days: number) => letTimePass(desk.payload, customer.casino.id, days);
	await pass(2);
	const phases = ["acceptance"];
	await workThrough(desk, customer, { phases, only: ["requirements"] });
	await accept(desk, customer, "yellow", "Spare parts for the old compressors are not in stock.");
	await acknowledge(desk, customer, "I ask the supplier today, and say by Friday when the parts come.");
	await pass(9);
	await keepWaiting(desk, customer, {
		...{ on: "third_party", whom: "The parts supplier", what: "Spare parts for two compressors" },
		...{ sinceDays: 9, untilDays: 0 },
	});
	await accept(desk, customer, "green", "The parts are here: everything can be supplied as contracted.");
	await workThrough(desk, customer, { phases });
	await enter(desk, customer, {
		wentLiveAt: daysAgo(0),
		notes: "Ask for the age of the product before the contract is priced: parts for the old ones take nine days.",
	});
	await pass(9);
	await keepCheckIns(desk, customer);
	await pass(52);
}

async function accept(desk: Desk, customer: Invoiced, colour: AcceptanceColour, reason: string): Promise<void> {
	const req = await actAs(desk, customer, "ops");
	await inTransaction(req, () => setAcceptance({ req, onboardingId: customer.onboarding.id, colour, reason }));
}

async function acknowledge(desk: Desk, customer: Invoiced, nextAction: string): Promise<void> {
	const req = await actAs(desk, customer, "manager");
	const onboardingId = customer.onboarding.id;
	const { acceptances } = await readOnboardingPlan({ req, onboardingId });
	const acceptance = acceptances[0]?.id ?? "";
	await inTransaction(req, () => acknowledgeAcceptance({ req, onboardingId, acceptance, nextAction }));
	await inTransaction(req, () => acknowledgeHealth({ req, onboardingId, note: nextAction }));
}

async function playYellow(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachProfile(desk, facts, { goLiveInDays: 18, managerTurn: 1 });
	await letTimePass(desk.payload, customer.casino.id, 2);
	await workThrough(desk, customer, { phases: ["acceptance"], only: ["requirements"] });
	await accept(desk, customer, "yellow", "Night cover is in the contract, and we have nobody for Sunday nights yet.");
	await letTimePass(desk.payload, customer.casino.id, 0.25);
	await keepCheckIns(desk, customer);
}
