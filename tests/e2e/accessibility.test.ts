import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { administrator, samplePassword } from "../harness/testEnvironment";
import { createAccount } from "./journey/createAccount";
import { test } from "./watchedTest";

/** A laptop by day and a phone by night: both widths and both schemes, without every combination of them. */
const looks = [
	{ name: "on a laptop, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
	{ name: "on a phone, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;
type Look = (typeof looks)[number];

const operations = { email: "ops@keyturn.example", password: samplePassword };

type Onboarding = { id: string; casino: string; phase: string; status: string; playbook: string };
type Call = <Answer>(method: "GET" | "POST", path: string, data?: object) => Promise<Answer>;

/** The API as an administrator. */
async function callAs(request: APIRequestContext, person = administrator as { email: string; password: string }) {
	const signedIn = await request.post("/api/users/login", { data: person });
	expect(signedIn.ok(), await signedIn.text()).toBe(true);
	const headers = { authorization: `JWT ${(await signedIn.json()).token}` };
	const call: Call = async (method, path, data) => {
		const answer = await request.fetch(`/api${path}`, { method, data, headers });
		expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
		return answer.json();
	};
	return call;
}

/** Somebody at a browser that looks like this. */
async function sitDown(browser: Browser, look: Look, person: { email: string; password: string }): Promise<Page> {
	const { viewport, colorScheme } = look;
	const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
	const base = new URL(process.env.KEYTURN_TEST_ADDRESS ?? "");
	await context.addCookies([{ name: "payload-theme", value: colorScheme, url: base.href }]);
	const page = await context.newPage();
	expect((await page.request.post("/api/users/login", { data: person })).ok()).toBe(true);
	return page;
}

/** Nothing that axe calls serious or critical, and nothing beside the page. */
async function expectWhole(page: Page, what: string, within?: string): Promise<void> {
	const axe = new AxeBuilder({ page }).exclude("nextjs-portal");
	const { violations } = await (within ? axe.include(within) : axe).analyze();
	const bad = violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
		);
	expect.soft(bad, what).toEqual([]);
	const [whole, shown] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth,
	]);
	expect.soft(whole, `${what} is wider than the screen`).toBeLessThanOrEqual(shown ?? 0);
}

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole("main").first()).toBeVisible();
	// What hangs on the browser is there, too: relative times, sections that are read later.
	await page.waitForLoadState("networkidle").catch(() => {});
	// A playbook's editor takes its time until the browser has it in hand; then Payload's parts have their names.
	const tabs = page.locator(".doc-tabs__tabs");
	if ((await tabs.count()) > 0) await expect(tabs.first()).toHaveAttribute("role", "none", { timeout: 30_000 });
}

/** Opens every fold that is closed, as somebody would who reads everything. */
const unfold = (page: Page) =>
	page.locator("main details:not([open])").evaluateAll((all) => {
		for (const each of all) (each as HTMLDetailsElement).open = true;
	});

async function findOnboardings(call: Call): Promise<Onboarding[]> {
	const { docs } = await call<{ docs: Onboarding[] }>("GET", "/onboardings?limit=50&depth=0");
	return docs;
}

/** The one that is furthest: it has something of everything. */
async function findFurthest(call: Call): Promise<Onboarding> {
	const all = await findOnboardings(call);
	const order = ["floor", "training_pilot", "go_live"];
	const [furthest] = all.toSorted((one, other) => order.indexOf(other.phase) - order.indexOf(one.phase));
	if (!furthest) throw new Error("The sample portfolio has no onboarding.");
	return furthest;
}

for (const look of looks) {
	test.describe(look.name, () => {
		test("the portfolio, one's work, reports and the dashboard", async ({ browser }) => {
			test.setTimeout(180_000);
			const page = await sitDown(browser, look, operations);
			for (const path of [
				"/admin",
				"/admin/portfolio",
				"/admin/portfolio?view=board",
				"/admin/portfolio?view=timeline",
				"/admin/portfolio?search=nobody-is-called-that",
				"/admin/my-work",
				"/admin/reports",
			]) {
				await open(page, path);
				await expectWhole(page, path);
			}
		});

		test("an onboarding's page, with each phase", async ({ browser, request }) => {
			test.setTimeout(180_000);
			const page = await sitDown(browser, look, operations);
			const { id } = await findFurthest(await callAs(request));
			await open(page, `/admin/collections/onboardings/${id}/overview`);
			const tabs = page.getByRole("tab");
			for (let index = 0; index < (await tabs.count()); index++) {
				await expect(async () => {
					await tabs.nth(index).click();
					await expect(tabs.nth(index)).toHaveAttribute("aria-selected", "true", { timeout: 200 });
				}).toPass();
				await unfold(page);
				await expectWhole(page, `phase ${await tabs.nth(index).textContent()}`);
			}
		});

		test("every dialog of an onboarding's page", async ({ browser, request }) => {
			test.setTimeout(240_000);
			const page = await sitDown(browser, look, operations);
			const all = await findOnboardings(await callAs(request));
			const seen = new Set<string>();
			for (const { id, phase } of [...new Map(all.map((one) => [one.phase, one])).values()]) {
				await open(page, `/admin/collections/onboardings/${id}/overview?phase=${phase}`);
				await unfold(page);
				for (const opener of openers.filter((one) => !seen.has(one))) {
					if (await lookAtDialog(page, opener)) seen.add(opener);
				}
			}
			expect([...seen]).toEqual(expect.arrayContaining([...always]));
		});

		test("a decision, a playbook and the import of a floor", async ({ browser, request }) => {
			test.setTimeout(180_000);
			const page = await sitDown(browser, look, operations);
			const call = await callAs(request, operations);
			const { id, casino, playbook } = await findFurthest(call);
			const { docs } = await call<{ docs: { id: string }[] }>("GET", "/decisions?limit=1&depth=0");
			const decision =
				docs[0] ?? (await call<{ id: string }>("POST", `/onboardings/${id}/go-no-go`, { etaConfidence: "low" }));
			await open(page, `/admin/collections/decisions/${decision.id}`);
			await expectWhole(page, "a decision");
			await open(page, `/admin/collections/playbooks/${playbook}`);
			await expectWhole(page, "the playbook editor");
			await open(page, `/admin/collections/casinos/${casino}/overview`);
			expect(await lookAtDialog(page, "Import a file")).toBe(true);
		});

		test("the portal, for each role, with nothing, with a form open, and with several casinos", async ({
			browser,
			request,
		}) => {
			test.setTimeout(360_000);
			const call = await callAs(request);
			const all = await findOnboardings(call);
			const stages = [...new Map(all.map((one) => [one.phase, one])).values()];
			const member = async (name: string, casinos: string[], roles: string[]) => {
				const person = { email: `${name}.${Date.now()}@access.example`, password: samplePassword };
				const memberships = casinos.map((casino) => ({ casino, roles }));
				return createAccount(call, { ...person, name: `${name} of the house`, memberships });
			};
			for (const { casino, phase } of stages) {
				for (const role of ["executive_sponsor", "operations_lead", "casino_admin"]) {
					const page = await sitDown(browser, look, await member(`${role}.${phase}`, [casino], [role]));
					await open(page, "/portal");
					await unfold(page);
					await expectWhole(page, `the portal of ${role} in ${phase}`);
					await lookAtForm(page, `${role} in ${phase}`);
					await page.context().close();
				}
			}
			for (const casinos of [[], stages.map(({ casino }) => casino)]) {
				const page = await sitDown(browser, look, await member("several", casinos, ["executive_sponsor"]));
				await open(page, "/portal");
				await expectWhole(page, `the portal with ${casinos.length} casinos`);
				await page.context().close();
			}
		});
	});
}

/** How the buttons begin that open a dialog of an onboarding's page. */
const openers = [
	"Put off: ",
	"Assign: ",
	"Note: ",
	"Open again: ",
	"Waive: ",
	"Sign: ",
	"Start a wait",
	"Acknowledge",
	"Close phase",
	"Invite somebody",
	"Propose a decision",
	"Plan a session",
	"Log an issue",
] as const;
/** Those that are offered whatever the samples hold. */
const always = ["Put off: ", "Assign: ", "Note: ", "Start a wait", "Invite somebody"] as const;

/** Opens a dialog by the button that begins so, looks, and leaves it without an act. @returns whether there is one */
async function lookAtDialog(page: Page, opener: string): Promise<boolean> {
	const button = page
		.getByRole("main")
		.getByRole("button", { name: new RegExp(`^${opener}`), disabled: false })
		.first();
	if ((await button.count()) === 0) return false;
	const dialog = page.getByRole("dialog");
	await expect(async () => {
		await button.click({ timeout: 2000 });
		await expect(dialog).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expectWhole(page, `the dialog of “${opener}”`);
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	// The keyboard goes on from where it was.
	await expect.soft(button, `focus after the dialog of “${opener}”`).toBeFocused();
	return true;
}

/** Opens the form of the next step, if there is one, sends it empty where something is asked for, and looks. */
async function lookAtForm(page: Page, whose: string): Promise<void> {
	const button = page.getByRole("region", { name: "Your next step" }).getByRole("button").first();
	if ((await button.count()) === 0 || (await button.getAttribute("type")) === "submit") return;
	const form = page.getByRole("form").first();
	await expect(async () => {
		await button.click({ timeout: 2000 });
		await expect(form).toBeVisible({ timeout: 1000 });
	}).toPass();
	if ((await form.locator("input, textarea").count()) > 0) {
		await form.locator('button[type="submit"]').click();
		await expect(form.locator("[aria-invalid=true]").first()).toBeVisible();
	}
	await expectWhole(page, `the form of ${whose}`);
}
