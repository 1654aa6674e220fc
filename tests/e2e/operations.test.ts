import { expect, type Page } from "@playwright/test";
import { signStripeBody } from "../harness/signStripeBody";
import { administrator, testEnvironment } from "../harness/testEnvironment";
import { test } from "./watchedTest";

/** Signs the page in; what the API is asked besides goes by the token. */
async function signIn(page: Page): Promise<Record<string, string>> {
	const answer = await page.request.post("/api/users/login", { data: administrator });
	expect(answer.status()).toBe(200);
	return { authorization: `JWT ${(await answer.json()).token}` };
}

/** A customer one payment away, through the API as the admin panel would make it. */
async function takeIn(page: Page, headers: Record<string, string>, name: string, amountDue: number) {
	const create = async (collection: string, data: object) => {
		const answer = await page.request.post(`/api/${collection}?depth=0`, { data, headers });
		expect(answer.status(), await answer.text()).toBe(201);
		return (await answer.json()).doc as { id: string; number?: string };
	};
	const company = await create("companies", {
		name: `${name} Ltd`,
		billingEmail: `billing@${name}.example`,
		phone: "+356 2122 0000",
	});
	const casino = await create("casinos", { name, company: company.id });
	const contact = (role: string) => ({ name: `${role} of ${name}`, email: `${role}@${name}.example` });
	const onboarding = await create("onboardings", {
		casino: casino.id,
		operationsLead: contact("lead"),
		adminContact: contact("admin"),
	});
	const owned = { casino: casino.id, onboarding: onboarding.id };
	await create("contracts", { ...owned, type: "msa", status: "signed" });
	await create("contracts", { ...owned, type: "order_form", status: "signed", sites: 1, seats: 10 });
	const invoice = await create("invoices", {
		...owned,
		status: "open",
		amountDue,
		currency: "usd",
		purchaserEmail: `buyer@${name}.example`,
	});
	return { casino, invoice };
}

/** Money from somebody nobody knows. */
async function payUnknown(page: Page, name: string, amount: number) {
	const body = JSON.stringify({
		id: `evt_${name}`,
		object: "event",
		type: "invoice.paid",
		created: Math.floor(Date.now() / 1000),
		data: {
			object: {
				id: `in_${name}`,
				object: "invoice",
				status: "paid",
				customer: `cus_${name}`,
				customer_email: `buyer@${name}.example`,
				amount_due: amount,
				amount_paid: amount,
				currency: "usd",
				metadata: {},
			},
		},
	});
	const secret = process.env.STRIPE_WEBHOOK_SECRET || testEnvironment.STRIPE_WEBHOOK_SECRET;
	const headers = { "stripe-signature": signStripeBody({ body, secret }), "content-type": "application/json" };
	expect((await page.request.post("/api/stripe/webhooks", { data: body, headers })).status()).toBe(200);
}

test("a held payment is found on the dashboard, settled after a look at what happens, and the customer goes live", async ({
	page,
}) => {
	const name = `held${Date.now()}`;
	const amount = 100_000 + (Date.now() % 90_000);
	const headers = await signIn(page);
	const { casino, invoice } = await takeIn(page, headers, name, amount);
	await payUnknown(page, name, amount);
	await page.goto("/admin");
	const needs = page.getByRole("region", { name: /Needs a person/ });
	await expect(needs.getByText("Payments held")).toBeVisible();
	await page.goto("/admin/held-payments");
	const row = page
		.getByRole("listitem")
		.filter({ hasText: `evt_${name}`.slice(0, 8) })
		.filter({ hasText: `buyer@${name}.example` });
	await row.getByRole("radio", { name: new RegExp(name) }).check();
	await expect(row.getByText(`Invoice ${invoice.number} of ${name} is settled`)).toBeVisible();
	const settle = row.getByRole("button", { name: /^Settle for/ });
	await expect(settle).toBeDisabled();
	await row.getByLabel("Why it is theirs").fill("They paid from a new account and told us by phone.");
	await settle.click();
	await expect(row).toHaveCount(0);
	await expect(async () => {
		await page.goto(`/admin/collections/casinos/${casino.id}/overview`);
		await expect(page.getByText("Run: succeeded")).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 45_000 });
});

test("a customer opens with the overview, which says what is not known", async ({ page }) => {
	const name = `whole${Date.now()}`;
	const headers = await signIn(page);
	await takeIn(page, headers, name, 500);
	await page.goto(`/admin/collections/casinos?search=${name}`);
	await page.getByRole("link", { name, exact: true }).click();
	await expect(page).toHaveURL(/\/overview$/);
	for (const heading of [
		"Company and contacts",
		"Contracts",
		"Payment",
		"Product and entitlements",
		"People",
		"Recent audit",
	]) {
		await expect(page.getByRole("region", { name: new RegExp(`^${heading}`) })).toBeVisible();
	}
	await expect(page.getByText("Waiting at the gate")).toBeVisible();
	await expect(page.getByText("unknown: provisioning has not made it yet")).toBeVisible();
	await expect(page.getByText(/No such tenant|Product cannot be reached/)).toBeVisible();
	await expect(page.getByRole("link", { name: "+356 2122 0000" })).toHaveAttribute("href", "tel:+35621220000");
});

test("the record is filtered by customer in the address, and one entry shows before and after", async ({ page }) => {
	const name = `audit${Date.now()}`;
	const headers = await signIn(page);
	const { casino } = await takeIn(page, headers, name, 500);
	await page.request.patch(`/api/casinos/${casino.id}`, { data: { address: { city: "Valletta" } }, headers });
	await page.goto("/admin/collections/audit-entries");
	const filters = page.getByRole("button", { name: "Filter", exact: true });
	// What is typed before the page is alive is lost.
	await expect(async () => {
		await page.getByLabel("Customer").fill("");
		await page.getByLabel("Customer").fill(name);
		await expect(page.locator(`option[value="${name}"]`)).toHaveCount(1, { timeout: 3000 });
	}).toPass({ timeout: 45_000 });
	await page.getByLabel("Records of").selectOption("casinos");
	await filters.click();
	await expect(page).toHaveURL(new RegExp(casino.id));
	await expect(page.getByRole("link", { name: "CSV" })).toHaveAttribute(
		"href",
		new RegExp(`casino=${casino.id}&collection=casinos`),
	);
	await expect(page.locator("tbody tr")).toHaveCount(2);
	await page.locator("tbody tr", { hasText: "update" }).getByRole("link").first().click();
	await expect(page.getByRole("row", { name: /address\.city.*Valletta/ })).toBeVisible();
});

/** Pages with what a policy is most likely to break: forms, the editor of a playbook, menus, structured fields, a mail in a frame. */
const pages = [
	"/admin/portfolio",
	"/admin/my-work",
	"/admin/reports",
	"/admin/account",
	"/admin/globals/settings",
	"/admin/collections/casinos/create",
	"/admin/collections/media/create",
	"/admin/collections/invoices",
];
const firstOf = ["playbooks", "onboardings", "messages", "audit-entries", "invoices"];

test("pages keep to a policy that runs nothing but their own scripts, and no answer to somebody signed in is kept", async ({
	page,
}) => {
	// A dozen pages, one after the other.
	test.slow();
	const headers = await signIn(page);
	for (const collection of firstOf) {
		const answer = await page.request.get(`/api/${collection}?limit=1&depth=0`, { headers });
		expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
		expect(answer.headers()["cache-control"]).toMatch(/no-store/);
		const [first] = (await answer.json()).docs as { id: string }[];
		expect(first, `a row of ${collection}`).toBeTruthy();
		pages.push(`/admin/collections/${collection}/${first?.id}`);
	}
	const nonces = new Set<string>();
	for (const path of pages) {
		const answer = await page.goto(path);
		const policy = answer?.headers()["content-security-policy"] ?? "";
		nonces.add(/'nonce-([^']{22,})'/.exec(policy)?.[1] ?? "");
		expect(answer?.headers()["cache-control"], path).toContain("no-store");
		await expect(page.locator("main, .template-default").first()).toBeVisible();
		// By then the page's own scripts have begun; a page that is followed live never rests altogether.
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	}
	expect([nonces.size, nonces.has("")], "a nonce for each page").toEqual([pages.length, false]);
});
