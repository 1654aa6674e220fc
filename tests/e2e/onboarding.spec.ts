import { expect, type Page } from "@playwright/test";
import { administrator } from "../harness/testEnvironment";
import { test } from "./watchedTest";

const { email, password } = administrator;

type Row = { id: string; amountDue?: number; slug?: string; status?: string; workingHours?: object };
type Call = (method: "GET" | "POST" | "PATCH", path: string, data?: object) => Promise<Row>;

/** Signs the page in. @returns the API as the same person: by token, since a cookie writes only from a page of ours */
async function signIn(page: Page): Promise<Call> {
	const { request } = page.context();
	const signedIn = await request.post("/api/users/login", { data: { email, password } });
	expect(signedIn.ok(), await signedIn.text()).toBe(true);
	const { token } = await signedIn.json();
	return async (method, path, data) => {
		const answer = await request.fetch(`/api${path}`, { method, data, headers: { authorization: `JWT ${token}` } });
		const body = await answer.json();
		expect(answer.ok(), JSON.stringify(body)).toBe(true);
		return body.doc ?? body;
	};
}

/** A customer one payment away from a run. */
async function createCustomer(call: Call, name: string, slug?: string) {
	const casino = await call("POST", "/casinos", { name, slug, timezone: "Europe/Malta" });
	const onboarding = await call("POST", "/onboardings", {
		casino: casino.id,
		operationsLead: { name: "Otto Lead", email: "otto@live.example" },
		adminContact: { name: "Ada Admin", email: `ada.${casino.id}@live.example` },
	});
	const owned = { casino: casino.id, onboarding: onboarding.id };
	await call("POST", "/contracts", { ...owned, type: "msa", status: "signed" });
	await call("POST", "/contracts", {
		...owned,
		type: "order_form",
		status: "signed",
		sites: 1,
		seats: 5,
		termMonths: 12,
	});
	const money = { status: "open", amountDue: 125_050, currency: "usd", opensGate: true };
	const invoice = await call("POST", "/invoices", { ...owned, ...money });
	return { casino, onboarding, invoice };
}

/** A name in addresses that the product gave to a customer before. */
async function takeSlug(call: Call): Promise<string> {
	const { casino, invoice } = await createCustomer(call, `First House ${Date.now()}`);
	const payment = { amount: 125_050, currency: "usd", paidAt: new Date().toISOString(), method: "Bank transfer" };
	await call("POST", `/invoices/${invoice.id}/record-payment`, { ...payment, reason: "On the bank statement." });
	await expect.poll(async () => (await call("GET", `/casinos/${casino.id}?depth=0`)).status).toBe("live");
	await call("PATCH", `/casinos/${casino.id}`, { slug: `${casino.slug}-renamed` });
	return casino.slug ?? "";
}

const stateOf = (page: Page) => page.getByRole("region", { name: "Gate and provisioning" });

test("a payment turns the key before one's eyes; a failure is retried, undone and run again", async ({
	page,
	context,
}) => {
	test.setTimeout(180_000);
	const name = `Live House ${Date.now()}`;
	const call = await signIn(page);
	const { casino, onboarding, invoice } = await createCustomer(call, name, await takeSlug(call));

	await page.goto(`/admin/collections/onboardings/${onboarding.id}`);
	const live = stateOf(page);
	await expect(live.getByText("Every opening invoice is paid")).toBeVisible();
	await expect(live.getByText("$1,250.50")).toBeVisible();
	await expect(live.getByRole("status").filter({ hasText: "live" })).toBeVisible();

	const till = await context.newPage();
	await till.goto(`/admin/collections/invoices/${invoice.id}`);
	await till.getByRole("button", { name: "Record a payment" }).click();
	const payment = till.getByRole("dialog");
	await payment.getByLabel("Amount (USD)").fill("1250.5");
	await payment.getByLabel("Reason").fill("On the bank statement of today.");
	await payment.getByRole("button", { name: "Record the payment" }).click();
	await expect(payment).toBeHidden();
	await till.close();

	await expect(live.getByText("Another casino in the product is called").first()).toBeVisible();
	await call("PATCH", `/casinos/${casino.id}`, { slug: `${casino.slug}-second` });
	await live.getByRole("button", { name: "Retry" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Retry" }).click();
	await expect(live.getByText("10 of 10 steps")).toBeVisible({ timeout: 30_000 });

	await live.getByRole("button", { name: "Undo…" }).click();
	const undo = page.getByRole("dialog");
	await expect(undo.getByText("The tenant is no longer live.")).toBeVisible();
	await undo.getByLabel("Reason").fill("The wrong customer.");
	await expect(undo.getByRole("button", { name: "Undo the run" })).toBeDisabled();
	await undo.getByLabel(/to confirm/).fill(name);
	await undo.getByRole("button", { name: "Undo the run" }).click();
	await expect(live.getByText("Undone: The wrong customer.")).toBeVisible({ timeout: 30_000 });

	await live.getByRole("button", { name: "Open another run" }).click();
	await page.getByRole("dialog").getByLabel("Reason").fill("It was the right one after all.");
	await page.getByRole("dialog").getByRole("button", { name: "Open the run" }).click();
	await expect(live.getByText("10 of 10 steps")).toBeVisible({ timeout: 30_000 });
});

test("an amount is typed in major units, and what is none says so at the field", async ({ page }) => {
	const call = await signIn(page);
	const { invoice } = await createCustomer(call, `Money House ${Date.now()}`);
	await page.goto(`/admin/collections/invoices/${invoice.id}`);
	const amount = page.getByLabel("Amount due");
	await expect(amount).toHaveValue("1250.50");
	await amount.fill("12.345");
	await amount.blur();
	await expect(page.getByText("USD has at most 2 decimals").first()).toBeVisible();
	await amount.fill("2,000.25");
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("Updated successfully").first()).toBeVisible();
	expect((await call("GET", `/invoices/${invoice.id}?depth=0`)).amountDue).toBe(200_025);
});

test("opening hours are set with the keyboard; those that end before they begin close the next day", async ({
	page,
}) => {
	const call = await signIn(page);
	const casino = await call("POST", "/casinos", { name: `Hours House ${Date.now()}`, timezone: "Europe/Malta" });
	const day = { enabled: true, start: "09:00", end: "17:00" };
	const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
	const workingHours = Object.fromEntries(names.map((name) => [name, day]));
	const settings = await call("POST", "/casino-settings", { casino: casino.id, workingHours });

	await page.goto(`/admin/collections/casino-settings/${settings.id}`);
	const saturday = page.getByRole("checkbox", { name: "Saturday" });
	await expect(async () => {
		// Pressed before the page is alive, the box alone would change.
		if ((await saturday.isEnabled()) && (await saturday.isChecked())) await saturday.press("Space");
		await expect(page.getByText("Closed", { exact: true })).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.getByLabel("Monday: closes at").fill("04:00");
	await expect(page.getByText("closes the next day")).toBeVisible();
	await page.getByLabel("Monday: closes at").fill("22:30");
	await page.getByRole("button", { name: "Monday's hours for Tuesday to Friday" }).click();
	await expect(page.getByLabel("Saturday: opens at")).toBeDisabled();
	await page.getByRole("button", { name: "Save" }).click();
	await expect(page.getByText("Updated successfully").first()).toBeVisible({ timeout: 30_000 });

	const stored = (await call("GET", `/casino-settings/${settings.id}?depth=0`)).workingHours;
	expect(stored).toMatchObject({ saturday: { ...day, enabled: false }, friday: { ...day, end: "22:30" }, sunday: day });
});
