import { expect, type Locator, type Page } from "@playwright/test";

const patience = { timeout: 20_000 };

/** Field of a form in the admin panel, by its path: `pilot.startsAt`, `escalation.0.name`. */
const idOf = (path: string) => `#field-${path.replaceAll(".", "__")}`;

/** Presses a button until what it opens is there: pressed before the page is alive, it does nothing. */
export async function press(button: Locator, opened: Locator): Promise<void> {
	await expect(async () => {
		if (!(await opened.isVisible())) await button.click({ timeout: 1000 });
		await expect(opened).toBeVisible({ timeout: 1000 });
	}).toPass(patience);
}

export async function openForm(page: Page, path: string): Promise<void> {
	await page.goto(`/admin/collections/${path}`);
	await expect(page.locator("#action-save")).toBeVisible();
}

export async function type(page: Page, path: string, value: string): Promise<void> {
	const field = page.locator(`input${idOf(path)}, textarea${idOf(path)}`);
	// A form that is not alive yet forgets what is typed into it.
	await expect(async () => {
		await field.fill(value, { timeout: 1000 });
		await expect(field).toHaveValue(value, { timeout: 200 });
	}).toPass(patience);
}

/** Chooses from a list, or a record by its name. */
export async function choose(page: Page, path: string, label: string): Promise<void> {
	const field = page.locator(idOf(path));
	await expect(async () => {
		await field.locator("input").first().fill(label.slice(0, 40), { timeout: 1000 });
		await field.locator(".rs__option").filter({ hasText: label }).first().click({ timeout: 3000 });
		await expect(field).toContainText(label, { timeout: 500 });
	}).toPass(patience);
}

/** @param daysFromNow 0 is today */
export async function setDay(page: Page, path: string, daysFromNow: number): Promise<void> {
	const day = new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
	const field = page.locator(idOf(path));
	await expect(async () => {
		await field.fill(day, { timeout: 1000 });
		await expect(field).toHaveValue(day, { timeout: 200 });
	}).toPass(patience);
}

/**
 * Adds a row to a list in the form, and opens it. Payload asks for no fields of a row that is added in the moment in which
 * the answer to an earlier change comes in: the row stays empty until it is folded and opened again.
 */
export async function addRow(page: Page, path: string): Promise<void> {
	const list = page.locator(idOf(path));
	const rows = list.locator(".array-field__row");
	const before = await rows.count();
	await list.locator(".array-field__add-row").click();
	await expect(rows).toHaveCount(before + 1);
	const field = rows.nth(before).locator("input, textarea").first();
	await expect(async () => {
		await list.getByRole("button", { name: "Show All" }).click();
		const isThere = await field.waitFor({ timeout: 2000 }).then(
			() => true,
			() => false,
		);
		if (!isThere) await list.getByRole("button", { name: "Collapse All" }).click();
		expect(isThere).toBe(true);
	}).toPass({ ...patience, intervals: [500] });
	await expect(list.locator(".collapsible__toggle--collapsed")).toHaveCount(0);
}

export async function unfold(page: Page, label: string): Promise<void> {
	const header = page.locator(".collapsible__toggle-wrap, .collapsible").filter({ hasText: label }).first();
	const toggle = header.locator(".collapsible__toggle").first();
	await expect(async () => {
		if ((await toggle.getAttribute("class"))?.includes("--collapsed")) await toggle.click();
		await expect(toggle).not.toHaveClass(/--collapsed/, { timeout: 1000 });
	}).toPass(patience);
}

/** @returns the record's id */
export async function save(page: Page): Promise<string> {
	const collection = /collections\/([a-z-]+)/.exec(page.url())?.[1] ?? "";
	// A long search is sent as a POST too, and says that it means GET.
	const answering = page.waitForResponse(
		(answer) =>
			["POST", "PATCH"].includes(answer.request().method()) &&
			new URL(answer.url()).pathname.startsWith(`/api/${collection}`) &&
			answer.request().headers()["x-http-method-override"] === undefined,
	);
	await page.locator("#action-save").click();
	const answer = await answering;
	expect(answer.ok(), await answer.text()).toBe(true);
	const { doc } = await answer.json();
	await expect(page).toHaveURL(new RegExp(doc.id));
	return doc.id;
}
