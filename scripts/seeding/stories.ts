import { createLocalReq } from "payload";
import { baselineWorkingHours, defaultJobDurationMinutes, defaultTravelBufferMinutes } from "@/domain/workingHours";
import { inTransaction } from "@/operations/inTransaction";
import { decidePurchaseOrder } from "@/operations/payments/decidePurchaseOrder";
import { portsOf } from "@/operations/portsOf";
import type { Invoice } from "@/payload-types";
import { slug } from "@/slugs";
import { acceptInvites, invite } from "./acceptInvites";
import { colleague, type Desk } from "./desk";
import { hearPaid, hearPaymentFailed, hearRefunded, hearSubscribed } from "./hearFromStripe";
import { keepCheckIns } from "./keepCheckIns";
import { letTimePass } from "./letTimePass";
import { type Opened, openCustomer, writeInvoice, writeOrderForm } from "./openCustomer";
import * as sample from "./sampleCustomers";
import { layOutFloor, recordWeeks, trainAndPilot } from "./workOnTheFloor";
import { workThrough } from "./workThrough";

type Story = { facts: sample.SampleCustomer; play: (desk: Desk, facts: sample.SampleCustomer) => Promise<void> };

/** The ten customers, each as far as its story goes. */
export const stories: readonly Story[] = [
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

/** From the first call to an open invoice: how every customer begins who came so far. */
async function reachInvoice(
	desk: Desk,
	facts: sample.SampleCustomer,
	values: Parameters<typeof openCustomer>[2] & { daysToSign?: number; daysToInvoice?: number; dueInDays?: number },
): Promise<Opened & { invoice: Invoice }> {
	const { daysToSign = 5, daysToInvoice = 1, dueInDays, ...rest } = values;
	const customer = await openCustomer(desk, facts, rest);
	await letTimePass(desk.payload, customer.casino.id, daysToSign);
	await writeOrderForm(desk, customer, "signed");
	await workThrough(desk, customer, { phases: ["contracting"] });
	await letTimePass(desk.payload, customer.casino.id, daysToInvoice);
	const invoice = await writeInvoice(desk, customer, dueInDays === undefined ? {} : { dueInDays });
	return { ...customer, invoice };
}

async function goLive(
	desk: Desk,
	facts: sample.SampleCustomer,
	daysToPay: number,
): Promise<Opened & { invoice: Invoice }> {
	const customer = await reachInvoice(desk, facts, { goLiveInDays: daysToPay + 75 });
	await letTimePass(desk.payload, customer.casino.id, daysToPay);
	await hearPaid(desk.payload, customer.invoice);
	await hearSubscribed(desk.payload, customer, customer.invoice);
	await workThrough(desk, customer, { phases: ["contracting"] });
	return customer;
}

async function note({ payload, system }: Desk, id: string, notes: string): Promise<void> {
	await payload.update({ collection: slug.onboardings, id, data: { notes }, depth: 0, ...system });
}

async function playProspect(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const notes = "First call went well. They want to see the visit log on a tablet before they talk about a contract.";
	const { casino } = await openCustomer(desk, facts, { hasContacts: false, notes });
	await letTimePass(desk.payload, casino.id, 2);
}

async function playUnsigned(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await openCustomer(desk, facts, { goLiveInDays: 95 });
	await letTimePass(desk.payload, customer.casino.id, 3);
	await workThrough(desk, customer, { phases: ["contracting"], except: ["agreement_signed", "name_contacts"] });
	await writeOrderForm(desk, customer, "sent");
	await letTimePass(desk.payload, customer.casino.id, 4);
}

async function playUnpaid(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino } = await reachInvoice(desk, facts, { goLiveInDays: 110, dueInDays: 14 });
	await letTimePass(desk.payload, casino.id, 11);
}

async function playOverdue(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino, onboarding, invoice } = await reachInvoice(desk, facts, { goLiveInDays: 60, dueInDays: 14 });
	await letTimePass(desk.payload, casino.id, 18);
	await hearPaymentFailed(desk.payload, invoice);
	await note(desk, onboarding.id, "Their bank declined the debit. Accounts payable promised a transfer this week.");
	await letTimePass(desk.payload, casino.id, 2);
}

async function playLiveForWeeks(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await goLive(desk, facts, 4);
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["contracting", "provisioning"] });
	await layOutFloor(desk, customer);
	await workThrough(desk, customer, { phases: ["floor"] });
	await letTimePass(desk.payload, customer.casino.id, 10);
	await trainAndPilot(desk, customer);
	await workThrough(desk, customer, { phases: ["training_pilot"] });
	await letTimePass(desk.payload, customer.casino.id, 14);
	await keepCheckIns(desk, customer);
	await recordWeeks(desk, customer);
	await workThrough(desk, customer, { phases: ["go_live"], except: ["primary_tool_sign_off"] });
}

/** The administrator has not come yet: today's check-in will notice. */
async function playLiveSinceYesterday(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino } = await goLive(desk, facts, 3);
	await letTimePass(desk.payload, casino.id, 1);
}

async function playRefunded(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const customer = await goLive(desk, facts, 2);
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["contracting", "provisioning"] });
	await invite(desk, customer, { name: "Tamsin Okoro-Hughes", local: "tamsin", role: "cashier" });
	await layOutFloor(desk, customer);
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
	const customer = await reachInvoice(desk, facts, { gateStandard: "po_approved", goLiveInDays: 120, dueInDays: 60 });
	await letTimePass(payload, customer.casino.id, 4);
	const req = await createLocalReq({ user: { ...colleague(desk, "finance"), collection: slug.users } }, payload);
	await inTransaction(req, () =>
		decidePurchaseOrder({
			req,
			invoiceId: customer.invoice.id,
			decision: "approve",
			number: "UTQ/2214-B",
			reason: "Signed order from their procurement office, checked by phone.",
		}),
	);
	await letTimePass(payload, customer.casino.id, 1);
}

/** The parent company paid from an address nobody named. */
async function playHeldPayment(desk: Desk, facts: sample.SampleCustomer): Promise<void> {
	const { casino, invoice } = await reachInvoice(desk, facts, { goLiveInDays: 100 });
	await letTimePass(desk.payload, casino.id, 5);
	await hearPaid(desk.payload, invoice, "treasury@aue-holding.example");
	await letTimePass(desk.payload, casino.id, 1 / 3);
}
