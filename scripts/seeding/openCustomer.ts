import { idOf } from "@/access/actorOf";
import { dayIn } from "@/domain/calendar/day";
import type { ContractType } from "@/domain/gate";
import type { Casino, Company, Contract, Invoice, Onboarding } from "@/payload-types";
import { slug } from "@/slugs";
import { colleague, type Desk, planOf } from "./desk";
import type { SampleCustomer, SamplePerson } from "./sampleCustomers";
import { signedCopy } from "./signedCopy";

/** A sample customer whose story has begun. */
export type Opened = { facts: SampleCustomer; company: Company; casino: Casino; onboarding: Onboarding };

const day = 86_400_000;

/** The e-mail address of one of a customer's people. */
export const addressAt = (facts: SampleCustomer, person: SamplePerson) => `${person.local}@${facts.domain}.example`;

const contactOf = (facts: SampleCustomer, person: SamplePerson) => ({
	name: person.name,
	email: addressAt(facts, person),
	preferredChannel: "email" as const,
});

/** Company, casino and onboarding, as operations enters them after the first call. */
export async function openCustomer(
	desk: Desk,
	facts: SampleCustomer,
	values: {
		gateStandard?: Onboarding["gateStandard"];
		hasContacts?: boolean;
		goLiveInDays?: number;
		notes?: string;
		/** Key of the playbook; the casino floor's when left out. */
		playbook?: string;
		/** Of two managers, whose customer it is. */
		managerTurn?: number;
	} = {},
): Promise<Opened> {
	const { payload, system } = desk;
	const { gateStandard = "paid", hasContacts = true, goLiveInDays, notes, playbook, managerTurn = 0 } = values;
	const company = await payload.create({
		collection: slug.companies,
		data: { name: facts.company, billingEmail: addressAt(facts, facts.buyer), address: facts.address },
		depth: 0,
		...system,
	});
	const casino = await payload.create({
		collection: slug.casinos,
		data: {
			name: facts.casino,
			company: company.id,
			status: "prospect",
			paymentStanding: "good",
			timezone: facts.timezone,
			address: facts.address,
		},
		depth: 0,
		...system,
	});
	const contacts = hasContacts
		? { operationsLead: contactOf(facts, facts.lead), adminContact: contactOf(facts, facts.admin) }
		: {};
	const goLiveAt = goLiveInDays === undefined ? undefined : new Date(Date.now() + goLiveInDays * day).toISOString();
	const onboarding = await payload.create({
		collection: slug.onboardings,
		data: {
			...{ casino: casino.id, status: "open", health: "green", gateStandard, goLiveAt, notes, ...contacts },
			manager: colleague(desk, "manager", managerTurn).id,
			playbook: playbook ? (desk.playbooks.get(playbook) ?? null) : null,
		},
		depth: 0,
		...system,
	});
	return { facts, company, casino, onboarding };
}

/** The order form, or support contract, with its plan, after the master agreement where one is needed; a signed one is signed now. */
export async function writeOrderForm(
	desk: Desk,
	customer: Opened,
	status: "draft" | "sent" | "signed",
	type: "order_form" | "support" = "order_form",
): Promise<Contract> {
	const { payload, system } = desk;
	const { facts, casino, onboarding } = customer;
	const owned = { casino: casino.id, onboarding: onboarding.id };
	const copyOf = async (signed: ContractType) =>
		status === "signed" ? await signedCopy(desk, customer, signed) : null;
	if (idOf(onboarding.playbook) === desk.playbooks.get("casino_floor")) {
		const master = { ...owned, type: "msa" as const, status, file: await copyOf("msa") };
		await payload.create({ collection: slug.contracts, data: master, depth: 0, ...system });
	}
	return payload.create({
		collection: slug.contracts,
		data: {
			...owned,
			file: await copyOf(type),
			type,
			status,
			plan: planOf(desk, facts.plan),
			sites: facts.sites,
			seats: facts.seats,
			termMonths: 12,
			expiresAt: dayIn(new Date(Date.now() + 365 * day).toISOString(), facts.timezone),
		},
		depth: 0,
		...system,
	});
}

/** The invoice that opens the gate, sent now. */
export function writeInvoice(
	desk: Desk,
	{ facts, casino, onboarding }: Opened,
	{ dueInDays = 14 }: { dueInDays?: number } = {},
): Promise<Invoice> {
	const { payload, system } = desk;
	return payload.create({
		collection: slug.invoices,
		data: {
			casino: casino.id,
			onboarding: onboarding.id,
			status: "open",
			amountDue: facts.amountDue,
			currency: facts.currency,
			description: `Keyturn ${facts.plan.replace("-", " ")}, 12 months, ${facts.seats} seats`,
			purchaserEmail: addressAt(facts, facts.buyer),
			opensGate: true,
			po: { status: "none" },
			dueAt: dayIn(new Date(Date.now() + dueInDays * day).toISOString(), facts.timezone),
			sentAt: new Date().toISOString(),
		},
		depth: 0,
		...system,
	});
}
