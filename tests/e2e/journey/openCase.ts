import { type Browser, expect, type Page } from "@playwright/test";
import { signStripeBody } from "../../harness/signStripeBody";
import { testEnvironment } from "../../harness/testEnvironment";
import { openForm, press, setDay, type } from "./adminForm";
import { comeIn, type Person } from "./people";
import type { Answers } from "./workInPanel";
import { workInPortal } from "./workInPortal";

const customer = {
	executive_sponsor: "Selma Sponsor",
	operations_lead: "Otto Lead",
	casino_admin: "Ada Admin",
	compliance_lead: "Cora Comply",
	it_contact: "Ines Network",
	finance_contact: "Fred Ledger",
	pit_boss: "Pat Boss",
} as const;
export type CustomerRole = keyof typeof customer;
export const nameOf = (role: CustomerRole): string => customer[role];

/** A customer on their way: the records they stand in, and their people who have come in so far. */
export type Case = {
	name: string;
	domain: string;
	casino: string;
	onboarding: string;
	people: Partial<Record<CustomerRole, Page>>;
};

export const addressOf = ({ domain }: Pick<Case, "domain">, role: CustomerRole) => `${role}@${domain}`;

/** Opens an onboarding from a signed contract, on the contract's page. @returns its id */
export async function openFromContract(page: Page, contract: string, playbook: string): Promise<string> {
	await page.goto(`/admin/collections/contracts/${contract}`);
	const dialog = page.getByRole("dialog");
	await press(page.getByRole("button", { name: "Open an onboarding" }), dialog);
	const choice = dialog.getByLabel("Playbook");
	const wanted = await choice.getByRole("option").filter({ hasText: playbook }).textContent();
	await choice.selectOption({ label: wanted ?? playbook });
	await dialog.getByRole("button", { name: "Open the onboarding" }).click();
	await expect(page).toHaveURL(/\/onboardings\/[0-9a-f-]{36}/);
	return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? "";
}

/** A contract of the onboarding that was signed elsewhere, with its copy. */
export async function storeContract({ call, upload }: Person, whose: Case, type: "msa" | "dpa"): Promise<void> {
	const { casino, onboarding } = whose;
	const file = await upload(casino, type);
	await call("POST", "/contracts?depth=0", { casino, onboarding, type, status: "signed", file });
}

/** Whom operations works with, and the promised day, into the onboarding's form. */
export async function nameContacts({ page }: Person, whose: Case, goLiveInDays: number): Promise<void> {
	await openForm(page, `onboardings/${whose.onboarding}`);
	await type(page, "operationsLead.name", customer.operations_lead);
	await type(page, "operationsLead.email", addressOf(whose, "operations_lead"));
	await type(page, "adminContact.name", customer.casino_admin);
	await type(page, "adminContact.email", addressOf(whose, "casino_admin"));
	await setDay(page, "goLiveAt", goLiveInDays);
}

/** One of the customer's people is invited, accepts, and stays signed in. */
export async function bringIn(browser: Browser, ops: Person, whose: Case, role: CustomerRole): Promise<void> {
	const { casino } = whose;
	const invited = { casino, email: addressOf(whose, role), name: customer[role] };
	await ops.call("POST", "/staff-invites?depth=0", { ...invited, role });
	whose.people[role] = await comeIn(browser, invited);
}

/** The first administrator accepts the invitation that the run sent. */
export async function bringInAdministrator(browser: Browser, whose: Case): Promise<void> {
	const email = addressOf(whose, "casino_admin");
	whose.people.casino_admin = await comeIn(browser, { casino: whose.casino, email, name: customer.casino_admin });
}

/** Somebody of the customer's does what is theirs to do now. */
export async function letWork(whose: Case, roles: readonly CustomerRole[], answers?: Answers): Promise<void> {
	for (const role of roles) await workInPortal(pageOf(whose, role), customer[role], answers);
}

export function pageOf({ people }: Case, role: CustomerRole): Page {
	const page = people[role];
	if (!page) throw new Error(`${customer[role]} has not come in.`);
	return page;
}

/** The payment provider says that an invoice was paid. */
export async function pay({ page, call }: Person, invoiceId: string): Promise<void> {
	const { amountDue, purchaserEmail } = await call("GET", `/invoices/${invoiceId}?depth=0`);
	const now = Date.now();
	const invoice = {
		id: `in_${now}`,
		object: "invoice",
		status: "paid",
		customer: null,
		customer_email: purchaserEmail,
		amount_due: amountDue,
		amount_paid: amountDue,
		currency: "usd",
		metadata: { keyturn_invoice: invoiceId },
	};
	const body = JSON.stringify({
		id: `evt_${now}`,
		object: "event",
		type: "invoice.paid",
		created: Math.floor(now / 1000),
		data: { object: invoice },
	});
	const secret = process.env.STRIPE_WEBHOOK_SECRET || testEnvironment.STRIPE_WEBHOOK_SECRET;
	const headers = { "stripe-signature": signStripeBody({ body, secret }), "content-type": "application/json" };
	expect((await page.request.post("/api/stripe/webhooks", { data: body, headers })).status()).toBe(200);
}
