import { asSystem } from "@/access/authority";
import type { CustomerRole, VendorRole } from "@/access/roles";
import type { Casino, Company, Contract, Invoice, Onboarding, User } from "@/payload-types";
import type { Keyturn } from "./startKeyturn";
import { testPassword } from "./testEnvironment";

/** Somebody with an account, signed in: a sender for `rest`, and a user for `requestOf`. */
export type Person = { user: User & { collection: "users" }; email: string; password: string; token: string };

let made = 0;

/** Unique in this process: `north-3`. */
const nextName = (word: string) => `${word}-${++made}`;

async function systemOf(keyturn: Keyturn) {
	return asSystem(await keyturn.requestOf(), "test");
}

async function createPerson(keyturn: Keyturn, data: Partial<User>): Promise<Person> {
	const name = nextName("person");
	const email = `${name}@keyturn.example`;
	const authority = await systemOf(keyturn);
	const user = await keyturn.payload.create({
		collection: "users",
		// Two of them are two persons: nobody created them, and their owners proved the address long ago.
		data: { name, email, password: testPassword, addressProvedAt: "2026-01-01T00:00:00.000Z", ...data },
		depth: 0,
		...authority,
	});
	const { token } = await keyturn.signIn(user.email, testPassword);
	return { user: { ...user, collection: "users" }, email: user.email, password: testPassword, token };
}

/** One of the vendor's people. */
export const createVendor = (keyturn: Keyturn, role: VendorRole, data: Partial<User> = {}): Promise<Person> =>
	createPerson(keyturn, { vendorRole: role, ...data });

/** One of a customer's people, with these roles in these casinos. */
export const createCustomer = (
	keyturn: Keyturn,
	memberships: { casino: string; roles: CustomerRole[] }[],
	data: Partial<User> = {},
): Promise<Person> => createPerson(keyturn, { memberships, ...data });

export type CustomerSetup = {
	company: Company;
	casino: Casino;
	onboarding: Onboarding;
	/** Signed. */
	orderForm: Contract;
	/** Open, opens the gate: its payment starts provisioning. */
	invoice: Invoice;
	adminContact: { name: string; email: string };
};

/** A customer one payment away from provisioning: contacts named, master agreement and order form signed, invoice open. */
export async function createCustomerSetup(
	keyturn: Keyturn,
	values: {
		name?: string;
		company?: Partial<Company>;
		casino?: Partial<Casino>;
		onboarding?: Partial<Onboarding>;
		orderForm?: Partial<Contract>;
		invoice?: Partial<Invoice>;
	} = {},
): Promise<CustomerSetup> {
	const { payload } = keyturn;
	const authority = await systemOf(keyturn);
	const name = values.name ?? nextName("casino");
	const adminContact = { name: "Ada Admin", email: `admin@${name}.example` };
	const company = await payload.create({
		collection: "companies",
		data: { name: `${name} Ltd`, billingEmail: `billing@${name}.example`, ...values.company },
		depth: 0,
		...authority,
	});
	const casino = await payload.create({
		collection: "casinos",
		data: {
			name,
			company: company.id,
			status: "prospect",
			paymentStanding: "good",
			timezone: "Europe/Malta",
			...values.casino,
		},
		depth: 0,
		...authority,
	});
	const onboarding = await payload.create({
		collection: "onboardings",
		data: {
			casino: casino.id,
			company: company.id,
			status: "open",
			health: "green",
			gateStandard: "paid",
			operationsLead: { name: "Otto Lead", email: `lead@${name}.example`, preferredChannel: "email" },
			adminContact: { ...adminContact, preferredChannel: "email" },
			...values.onboarding,
		},
		depth: 0,
		...authority,
	});
	const owned = { casino: casino.id, onboarding: onboarding.id };
	await payload.create({
		collection: "contracts",
		data: { ...owned, type: "msa", status: "signed" },
		depth: 0,
		...authority,
	});
	const orderForm = await payload.create({
		collection: "contracts",
		data: { ...owned, type: "order_form", status: "signed", sites: 1, seats: 25, termMonths: 12, ...values.orderForm },
		depth: 0,
		...authority,
	});
	const invoice = await payload.create({
		collection: "invoices",
		data: {
			...owned,
			status: "open",
			amountDue: 120_000,
			currency: "usd",
			opensGate: true,
			po: { status: "none" },
			purchaserEmail: `buyer@${name}.example`,
			...values.invoice,
		},
		depth: 0,
		...authority,
	});
	return { company, casino, onboarding, orderForm, invoice, adminContact };
}
