import { type Browser, type BrowserContext, test as base } from "@playwright/test";

const violations: string[] = [];

function watch(context: BrowserContext): BrowserContext {
	context.on("console", (message) => {
		if (message.text().includes("Content Security Policy"))
			violations.push(`${message.page()?.url()}: ${message.text()}`);
	});
	return context;
}

/** Playwright's `test`, failing where any page of any of its browsers broke the content security policy. */
export const test = base.extend<{ policyKept: undefined }, { browser: Browser }>({
	browser: [
		async ({ browser }, use) => {
			const { newContext } = browser;
			browser.newContext = async (options) => watch(await newContext.call(browser, options));
			await use(browser);
		},
		{ scope: "worker" },
	],
	policyKept: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for out of the pattern
		async ({}, use) => {
			violations.length = 0;
			await use(undefined);
			base.expect(violations, "pages that broke the content security policy").toEqual([]);
		},
		{ auto: true },
	],
});
