import { baselineWorkingHours, defaultJobDurationMinutes, defaultTravelBufferMinutes } from "@/domain/workingHours";
import { portsOf } from "@/operations/portsOf";
import { acceptInvites, invite } from "./acceptInvites";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting, start } from "./handleItems";
import { hearPaid, hearPaymentFailed, hearRefunded } from "./hearFromStripe";
import {
	addSeats,
	approveOrder,
	contracting,
	enter,
	type Invoiced,
	type Payer,
	reachInvoice,
	reachTenant,
} from "./journey";
import { keepCheckIns, keepHypercare } from "./keepCheckIns";
import { layOutFloor } from "./layOutFloor";
import { letTimePass } from "./letTimePass";
import { openCustomer, writeOrderForm } from "./openCustomer";
import { liveFor, recordWeeks } from "./recordWeeks";
import * as sample from "./sampleCustomers";
import type { Story } from "./story";
import { trainAndPilot } from "./trainAndPilot";
import { workThrough } from "./workThrough";

/** Ten casinos on the casino floor's playbook, most of them before their payment or just after it. */
export const casinoStories: readonly Story[] = [
	{ facts: sample.luckyHeron, play: playLiveForWeeks },
	{ facts: sample.furnas, play: playRefunded },
	{ facts: sample.desertLantern, play: playOverdue },
	{ facts: sample.adventurers, play: playPurchaseOrder },
	{ facts: sample.gruenewald, play: playHeldPayment },
	{ facts: sample.tsukikage, play: playLiveSinceYesterday },
	{ facts: sample.marigold, play: playFailedRun },
	{ facts: sample.palazz, play: playUnpaid },
	{ facts: sample.miramar, play: playUnsigned },
	{ facts: sample.kurhaus, play: playProspect },
];

async function goLive(
	desk: Desk,
	facts: sample.SampleCustomer,
	daysToPay: number,
	pays: Payer = "at_once",
): Promise<Invoiced> {
	const customer = await reachTenant(desk, facts, { goLiveInDays: daysToPay + 75, daysToPay, pays });
	await workThrough(desk, customer, { phases: ["contracting"] });
	return customer;
}

async function playProspect(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const notes = "First call went well. They want to see the visit log on a tablet before they talk about a contract.";
	const { casino } = await openCustomer(desk, facts, { hasContacts: false, notes });
	await letTimePass(desk.payload, casino.id, 2);
}

async function playUnsigned(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await openCustomer(desk, facts, { goLiveInDays: 95 });
	await letTimePass(desk.payload, customer.casino.id, 3);
	const ahead = ["approve_success_criteria", "timeline_draft"];
	await workThrough(desk, customer, { phases: ["contracting"], except: ahead, choices: { dpa_needed: "no" } });
	await writeOrderForm(desk, customer, "sent");
	await letTimePass(desk.payload, customer.casino.id, 3);
	await keepWaiting(desk, customer, {
		on: "customer",
		whom: "João Magalhães",
		what: "Their board signs the order form at its meeting",
		sinceDays: 2,
	});
	await start(desk, customer, "timeline_draft");
}

async function playUnpaid(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino } = await reachInvoice(desk, facts, { goLiveInDays: 110, dueInDays: 14, managerTurn: 1 });
	await letTimePass(desk.payload, casino.id, 9);
}

async function playOverdue(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await reachInvoice(desk, facts, { goLiveInDays: 60, dueInDays: 14 });
	await letTimePass(desk.payload, customer.casino.id, 18);
	await hearPaymentFailed(desk.payload, customer.invoice);
	await enter(desk, customer, {
		notes: "Their bank declined the debit. Accounts payable promised a transfer this week.",
	});
	await keepWaiting(desk, customer, {
		on: "customer",
		whom: "Accounts payable",
		what: "The transfer for the invoice",
		sinceDays: 0,
	});
	await letTimePass(desk.payload, customer.casino.id, 2);
}

async function playLiveForWeeks(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await goLive(desk, facts, 4, "in_halves");
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["contracting", "provisioning"] });
	await layOutFloor(desk, customer);
	await workThrough(desk, customer, { phases: ["floor"], pace: 3 });
	await letTimePass(desk.payload, customer.casino.id, 4);
	await trainAndPilot(desk, customer);
	await workThrough(desk, customer, { phases: ["training_pilot"], choices: { cashiers_in_scope: "no" } });
	const before = ["primary_tool_directive", "hypercare_length"];
	await workThrough(desk, customer, {
		phases: ["go_live"],
		only: before,
		choices: { hypercare_length: "four_weeks" },
	});
	await letTimePass(desk.payload, customer.casino.id, 1);
	await enter(desk, customer, { wentLiveAt: daysAgo(0) });
	// What is left is the sponsor's to sign, and ours to learn from.
	await workThrough(desk, customer, { phases: ["go_live"] });
	await letTimePass(desk.payload, customer.casino.id, liveFor);
	await keepCheckIns(desk, customer);
	await recordWeeks(desk, customer);
	await keepWaiting(desk, customer, {
		on: "customer",
		whom: "Benedict Tran",
		what: "Stand-ins for two pit bosses who are away",
		sinceDays: 20,
		untilDays: 14,
	});
	await keepHypercare(desk, customer, {
		14: "Week 2 fell below its threshold: two stand-ins wrote on paper. Trained on Friday.",
	});
}

/** The administrator has not come yet: today's check-in will notice. More seats were agreed since; what they cost awaits approval. */
async function playLiveSinceYesterday(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await goLive(desk, facts, 3, "and_disputes");
	await letTimePass(desk.payload, customer.casino.id, 1);
	await addSeats(desk, customer, { more: 20, reason: "Twenty seats more for the card salon, agreed by phone." });
}

async function playRefunded(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await goLive(desk, facts, 2);
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["contracting", "provisioning"] });
	await invite(desk, customer, { name: "Tamsin Okoro-Hughes", local: "tamsin", role: "cashier" });
	await letTimePass(desk.payload, customer.casino.id, 12);
	await keepCheckIns(desk, customer);
	await hearRefunded(desk.payload, customer.invoice);
	await letTimePass(desk.payload, customer.casino.id, 1);
}

/** A trial of years ago holds the name in the product: the step that makes the tenant there is refused. */
async function playFailedRun(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await reachInvoice(desk, facts, { goLiveInDays: 85 });
	const { casino, invoice } = customer;
	await portsOf(desk).product.bootstrapCasino({
		casinoId: customer.company.id,
		name: `${facts.casino} (trial)`,
		slug: casino.slug ?? "",
		timezone: facts.timezone,
		settings: { workingHours: baselineWorkingHours, defaultTravelBufferMinutes, defaultJobDurationMinutes },
		admin: { name: "Trial", email: `trial@${facts.domain}.example` },
	});
	await letTimePass(desk.payload, casino.id, 6);
	await hearPaid(desk.payload, invoice);
	await letTimePass(desk.payload, casino.id, 3 / 24);
}

/** Finance has approved; the amount needs a second person. */
async function playPurchaseOrder(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { payload } = desk;
	const customer = await reachInvoice(desk, facts, {
		...{ gateStandard: "po_approved", goLiveInDays: 120, dueInDays: 60, managerTurn: 1 },
		work: { ...contracting, choices: { ...contracting.choices, gate_standard: "po_approved" } },
	});
	await letTimePass(payload, customer.casino.id, 4);
	await approveOrder(desk, customer, {
		number: "UTQ/2214-B",
		reason: "Signed order from their procurement office, checked by phone.",
	});
	await keepWaiting(desk, customer, {
		on: "us",
		whom: "A second approver",
		what: "The purchase order is above the limit for one person",
		sinceDays: 0,
	});
	await letTimePass(payload, customer.casino.id, 1);
}

/** The parent company paid from an address nobody named. */
async function playHeldPayment(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino, invoice } = await reachInvoice(desk, facts, { goLiveInDays: 100 });
	await letTimePass(desk.payload, casino.id, 5);
	await hearPaid(desk.payload, invoice, "treasury@aue-holding.example");
	await letTimePass(desk.payload, casino.id, 1 / 3);
}
