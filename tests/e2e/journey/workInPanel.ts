import { expect, type Locator, type Page } from "@playwright/test";

/** What is chosen where an item asks for a decision, by the item's title. */
export type Answers = Readonly<Record<string, string>>;

/** Ticks and signs, on an onboarding's page, every item and criterion of a phase that is the vendor's and this person's to do. */
export async function workInPanel(page: Page, onboarding: string, phase: string, answers: Answers = {}): Promise<void> {
	await showPhase(page, onboarding, phase);
	const past: string[] = [];
	for (;;) {
		const title = await nextTitle(page, past);
		if (title === null) return;
		await doItem(page, title, answers[title]);
		past.push(title);
	}
}

export async function showPhase(page: Page, onboarding: string, phase: string): Promise<void> {
	await page.goto(`/admin/collections/onboardings/${onboarding}/overview`);
	const tab = page.getByRole("tab", { name: phase });
	await expect(async () => {
		await tab.click();
		await expect(tab).toHaveAttribute("aria-selected", "true", { timeout: 200 });
	}).toPass({ timeout: 20_000 });
}

/** A phase whose items are settled and whose criteria hold has closed by itself. */
export async function expectClosed(page: Page, onboarding: string, phase: string): Promise<void> {
	await showPhase(page, onboarding, phase);
	await expect(page.locator(".kt-criterion[data-holds=false]"), "exit criteria that are not met").toHaveText([]);
	await expect(page.getByRole("tab", { name: phase })).toContainText("closed");
}

async function nextTitle(page: Page, past: readonly string[]): Promise<string | null> {
	const boxes = page.getByRole("region", { name: "For us" }).getByRole("checkbox", { checked: false, disabled: false });
	const signs = page.getByRole("region", { name: "Exit criteria" }).getByRole("button", { name: /^(Sign|Tick): / });
	const labels = [...(await labelsOf(boxes)), ...(await labelsOf(signs)).map((label) => label.replace(/^\w+: /, ""))];
	return labels.find((label) => !past.includes(label)) ?? null;
}

const labelsOf = (all: Locator) => all.evaluateAll((each) => each.map((one) => one.getAttribute("aria-label") ?? ""));

async function doItem(page: Page, title: string, answer: string | undefined): Promise<void> {
	const box = page.getByRole("checkbox", { name: title, exact: true });
	const sign = page.getByRole("button", { name: `: ${title}`, exact: false }).filter({ hasText: /^(Sign|Tick)$/ });
	await box.or(sign).first().click();
	const dialog = page.getByRole("dialog");
	const again = page.getByRole("button", { name: `Open again: ${title}`, exact: true });
	await expect(dialog.or(again).first()).toBeVisible();
	if (await dialog.isVisible()) await prove(dialog, title, answer);
	await expect(again).toBeVisible();
}

/** A signature is the signer's own name. Asked from within the page: a cookie counts only in what a page of ours sends. */
function ownName(page: Page): Promise<string> {
	return page.evaluate(async () => (await (await fetch("/api/users/me")).json()).user.name);
}

/** Gives what the dialog of an item asks for. */
async function prove(dialog: Locator, title: string, answer: string | undefined): Promise<void> {
	await expect(dialog.getByRole("heading", { name: title, exact: true })).toBeVisible();
	await chooseIfAsked(dialog, answer);
	await fillIfThere(dialog.getByLabel("Value"), "As agreed with the operations lead");
	await fillIfThere(dialog.getByLabel("Link"), "https://files.vendor.example/item");
	await fillIfThere(dialog.getByLabel("Your full name"), await ownName(dialog.page()));
	await attachIfAsked(dialog.getByLabel("File"), title);
	if (await dialog.getByText("The work only, without waiting.").isVisible()) {
		await dialog.getByLabel("Minutes of work").fill("10");
	}
	await dialog.getByRole("button", { name: /^(Tick|Sign|Decide)$/ }).click();
	await expect(dialog).toBeHidden();
}

/** The answer that was agreed; where none was, the first one offered. */
export async function chooseIfAsked(within: Locator, answer: string | undefined): Promise<void> {
	const choices = within.getByRole("radio");
	if ((await choices.count()) === 0) return;
	await (answer ? within.getByRole("radio", { name: answer, exact: true }) : choices.first()).check();
}

export async function fillIfThere(field: Locator, value: string): Promise<void> {
	if ((await field.count()) > 0) await field.fill(value);
}

export async function attachIfAsked(field: Locator, what: string): Promise<void> {
	if ((await field.count()) === 0) return;
	await field.setInputFiles({ name: "proof.txt", mimeType: "text/plain", buffer: Buffer.from(`${what}\n`) });
}
