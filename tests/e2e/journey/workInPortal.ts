import { expect, type Page } from "@playwright/test";
import { press } from "./adminForm";
import { type Answers, attachIfAsked, chooseIfAsked, fillIfThere } from "./workInPanel";

/** Does everything that is somebody's to do now in the portal, each with what it asks for. */
export async function workInPortal(page: Page, signedAs: string, answers: Answers = {}): Promise<void> {
	await page.goto("/portal");
	const mine = page.getByRole("region", { name: "On your side" });
	await expect(page.getByRole("region", { name: "Your next step" })).toBeVisible();
	const done: string[] = [];
	for (;;) {
		const labels = await mine
			.getByRole("button", { name: /: / })
			.evaluateAll((each) => each.map((one) => one.getAttribute("aria-label") ?? ""));
		const label = labels.find((one) => !done.includes(one));
		if (label === undefined) return;
		await doItem(page, label, signedAs, answers);
		done.push(label);
	}
}

const titleOf = (label: string) => label.slice(label.indexOf(": ") + 2);

async function doItem(page: Page, label: string, signedAs: string, answers: Answers): Promise<void> {
	const title = titleOf(label);
	const form = page.getByRole("form", { name: title, exact: true });
	await press(page.getByRole("button", { name: label, exact: true }), form);
	await chooseIfAsked(form, answers[title]);
	await fillIfThere(form.getByLabel("Your answer"), "Agreed in the kick-off call");
	await fillIfThere(form.getByLabel("Address of the page"), "https://files.customer.example/item");
	await fillIfThere(form.getByLabel("Your full name"), signedAs);
	await attachIfAsked(form.getByLabel("File"), title);
	await form.locator('button[type="submit"]').click();
	await expect(page.getByText(`“${title}” is done.`)).toBeVisible();
	await expect(page.getByRole("button", { name: label, exact: true })).toBeHidden();
}
