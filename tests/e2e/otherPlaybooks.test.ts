import { type Browser, expect, type Page } from "@playwright/test";
import { choose, openForm, save, setDay } from "./journey/adminForm";
import {
	bringIn,
	bringInAdministrator,
	type Case,
	type CustomerRole,
	letWork,
	nameContacts,
	openFromContract,
	pay,
	storeContract,
} from "./journey/openCase";
import { type Person, sitDown, type vendor } from "./journey/people";
import { type Answers, expectClosed, showPhase, workInPanel } from "./journey/workInPanel";
import { test } from "./watchedTest";

type Colleague = keyof typeof vendor;

/** A customer with a signed contract of which an onboarding was opened, on its page, by the playbook. */
async function openCase(ops: Person, playbook: string, contract: object): Promise<Case> {
	const stamp = Date.now();
	const name = `${playbook} ${stamp}`;
	const domain = `case${stamp}.example`;
	const billing = { name: `${name} Ltd`, billingEmail: `billing@${domain}`, phone: "+356 2122 0000" };
	const company = await ops.call("POST", "/companies?depth=0", billing);
	const casino = await ops.call("POST", "/casinos?depth=0", { name, company: company.id });
	const signed = await ops.call("POST", "/contracts?depth=0", { casino: casino.id, status: "signed", ...contract });
	const onboarding = await openFromContract(ops.page, String(signed.id), playbook);
	const whose = { name, domain, casino: String(casino.id), onboarding, people: {} };
	await nameContacts(ops, whose, 60);
	await save(ops.page);
	return whose;
}

/** The invoice is paid, the run does its steps, the administrator comes in. */
async function turnTheKey(browser: Browser, ops: Person, whose: Case, phase: string): Promise<void> {
	const { casino, onboarding, domain } = whose;
	const money = { status: "open", amountDue: 99_000, currency: "usd", purchaserEmail: `billing@${domain}` };
	const invoice = await ops.call("POST", "/invoices?depth=0", { casino, onboarding, ...money });
	await pay(ops, String(invoice.id));
	await showPhase(ops.page, onboarding, phase);
	await expect(ops.page.getByText("10 of 10").first()).toBeVisible({ timeout: 30_000 });
	await bringInAdministrator(browser, whose);
}

/** Everybody who is asked does what they can in a phase, in turn, until nothing of it is left. */
async function finish(
	browser: Browser,
	ops: Person,
	whose: Case,
	input: { phase: string; vendor?: readonly Colleague[]; customers?: readonly CustomerRole[]; answers?: Answers },
): Promise<void> {
	const { phase, vendor = [], customers = [], answers } = input;
	const colleagues = await Promise.all(vendor.map((role) => sitDown(browser, role)));
	const isClosed = async () => {
		await showPhase(ops.page, whose.onboarding, phase);
		return (await ops.page.getByRole("tab", { name: phase }).textContent())?.includes("closed");
	};
	for (let round = 0; round < 4 && !(await isClosed()); round++) {
		for (const { page } of [ops, ...colleagues]) await workInPanel(page, whose.onboarding, phase, answers);
		await letWork(whose, customers, answers);
	}
	for (const { page } of colleagues) await page.context().close();
	await expectClosed(ops.page, whose.onboarding, phase);
}

/** The customer went live, and the first week's check-ins were done. */
async function recordGoLive({ page, call }: Person, { onboarding }: Case): Promise<void> {
	await openForm(page, `onboardings/${onboarding}`);
	await setDay(page, "wentLiveAt", -8);
	await save(page);
	const { docs } = await call("GET", `/check-ins?where[onboarding][equals]=${onboarding}&sort=day&depth=0`);
	for (const { id } of docs as { id: string }[]) {
		await openForm(page, `check-ins/${id}`);
		await choose(page, "status", "Done");
		await save(page);
	}
}

async function expectCompleted(page: Page, { name }: Case): Promise<void> {
	await page.goto(`/admin/portfolio?status=completed&search=${encodeURIComponent(name)}`);
	await expect(page.getByRole("link", { name })).toBeVisible();
}

test("an SMS lead service: deposit, business, number, hand-off and the first week", async ({ browser }) => {
	test.setTimeout(300_000);
	const ops = await sitDown(browser, "ops");
	const whose = await openCase(ops, "SMS lead service", { type: "order_form", seats: 3 });
	await turnTheKey(browser, ops, whose, "Deposit and intake");
	await finish(browser, ops, whose, { phase: "Deposit and intake", customers: ["casino_admin"] });
	for (const phase of ["Business record and sign-in", "Phone number", "Test and hand-off"]) {
		await finish(browser, ops, whose, { phase });
	}
	await recordGoLive(ops, whose);
	await finish(browser, ops, whose, { phase: "First week" });
	await expectCompleted(ops.page, whose);
});

test("a paid workspace: every check of paid access passes, and a second person says go", async ({ browser }) => {
	test.setTimeout(300_000);
	const ops = await sitDown(browser, "ops");
	const whose = await openCase(ops, "Paid workspace", { type: "order_form", seats: 5 });
	await turnTheKey(browser, ops, whose, "Paid and bound");
	await bringInPurchaser(ops, whose);
	await finish(browser, ops, whose, { phase: "Paid and bound", vendor: ["admin"] });
	await finish(browser, ops, whose, { phase: "Workspace and access" });
	await finish(browser, ops, whose, { phase: "Words for the purchaser" });
	await finish(browser, ops, whose, { phase: "PASS or HOLD", vendor: ["compliance"] });
	await workInPanel(ops.page, whose.onboarding, "Go or no-go");
	await sayGo(browser, ops, whose);
	await finish(browser, ops, whose, { phase: "Go or no-go", vendor: ["manager"] });
	await recordGoLive(ops, whose);
	await finish(browser, ops, whose, { phase: "First use" });
	await expectCompleted(ops.page, whose);
});

/** Whoever pays must be one of the workspace's people: finance comes in under the address that paid. */
async function bringInPurchaser(ops: Person, whose: Case): Promise<void> {
	const email = `billing@${whose.domain}`;
	await ops.call("POST", "/staff-invites?depth=0", {
		casino: whose.casino,
		email,
		name: "Fred Ledger",
		role: "finance_contact",
	});
}

async function sayGo(browser: Browser, { page }: Person, { onboarding }: Case): Promise<void> {
	const card = page.getByRole("region", { name: "Go or no-go" });
	await page.getByRole("button", { name: "Propose a decision" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Propose" }).click();
	await expect(page.getByText("A second person decides.").first()).toBeVisible();
	await expect(card.or(page.getByRole("link", { name: "Read and decide" })).first()).toBeVisible();
	const manager = await sitDown(browser, "manager");
	await manager.page.goto(`/admin/collections/onboardings/${onboarding}/overview`);
	await manager.page.getByRole("link", { name: "Read and decide" }).click();
	const verdict = manager.page.getByRole("region", { name: "Decide" });
	await verdict.getByLabel("Reason").fill("Every check passes but what is known and accepted.");
	await verdict
		.getByRole("button", { name: /^(Approve|Override)$/ })
		.first()
		.click();
	await expect(manager.page.getByText(/Approved|Overridden/).first()).toBeVisible();
	await manager.page.context().close();
}

test("a support contract: accepted green after its profile and requirements", async ({ browser }) => {
	test.setTimeout(300_000);
	const ops = await sitDown(browser, "ops");
	const whose = await openCase(ops, "Support contract", { type: "support" });
	const customers = ["executive_sponsor", "operations_lead", "finance_contact"] as const;
	for (const role of customers) await bringIn(browser, ops, whose, role);
	await finish(browser, ops, whose, { phase: "Purchase and account", customers });
	await workInPanel(ops.page, whose.onboarding, "Invoice and contract");
	await turnTheKey(browser, ops, whose, "Invoice and contract");
	await finish(browser, ops, whose, { phase: "Invoice and contract", vendor: ["finance"], customers });
	await finish(browser, ops, whose, { phase: "Customer profile" });
	await workInPanel(ops.page, whose.onboarding, "Requirements and acceptance");
	const card = ops.page.getByRole("region", { name: "Acceptance", exact: true });
	await card.getByRole("button", { name: "Set acceptance" }).click();
	await ops.page.getByLabel("Colour").selectOption("green");
	await ops.page.getByLabel("Reason").fill("Everything can be supplied as contracted.");
	await ops.page.getByRole("dialog").getByRole("button", { name: "Set acceptance" }).click();
	await expect(card.getByText("Green: we can supply everything as contracted.")).toBeVisible();
	await finish(browser, ops, whose, { phase: "Requirements and acceptance" });
	await recordGoLive(ops, whose);
	await finish(browser, ops, whose, { phase: "In service" });
	await expectCompleted(ops.page, whose);
});

test("an enterprise tenant: the decision tree of region and data, the policy simulation before writes, the exit gate", async ({
	browser,
}) => {
	test.setTimeout(400_000);
	const ops = await sitDown(browser, "ops");
	const whose = await openCase(ops, "Enterprise tenant", { type: "order_form", seats: 100 });
	const customers = ["executive_sponsor", "compliance_lead", "it_contact"] as const;
	for (const role of customers) await bringIn(browser, ops, whose, role);
	await turnTheKey(browser, ops, whose, "Contract and capacity");
	// Whoever is through with the first phase goes on with the second: the answers hold for both.
	const answers = { "Where does the data live: US or EU?": "eu" };
	await finish(browser, ops, whose, { phase: "Contract and capacity", vendor: ["finance"], customers, answers });
	await storeContract(ops, whose, "dpa");
	await finish(browser, ops, whose, { phase: "Security, legal and data", vendor: ["compliance"], customers, answers });
	await expect(ops.page.getByRole("checkbox", { name: "Standard contractual clauses" }).first()).toBeVisible();
	await finish(browser, ops, whose, { phase: "Provisioning", customers: ["casino_admin"] });
	await finish(browser, ops, whose, {
		phase: "Keys, connectors and policies",
		customers: ["it_contact", "casino_admin", "it_contact"],
	});
	await finish(browser, ops, whose, { phase: "Support and escalation", vendor: ["manager"] });
	await finish(browser, ops, whose, { phase: "Exit gate", vendor: ["compliance", "manager"] });
	await recordGoLive(ops, whose);
	await finish(browser, ops, whose, { phase: "Live" });
	await expectCompleted(ops.page, whose);
});
