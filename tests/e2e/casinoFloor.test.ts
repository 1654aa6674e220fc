import { type Browser, expect, type Page } from "@playwright/test";
import { addRow, choose, openForm, press, save, setDay, type, unfold } from "./journey/adminForm";
import { enterVisits } from "./journey/enterVisits";
import {
	addressOf,
	bringIn,
	bringInAdministrator,
	type Case,
	letWork,
	nameContacts,
	nameOf,
	openFromContract,
	pageOf,
	pay,
	storeContract,
} from "./journey/openCase";
import { comeIn, type Person, sitDown } from "./journey/people";
import { expectClosed, showPhase, workInPanel } from "./journey/workInPanel";
import { test } from "./watchedTest";

const contracting = "Contracting and payment";
const provisioning = "Provisioning";
const floor = "Floor configuration";
const training = "Training and pilot";
const hypercare = "Go-live and hypercare";

/** Whoever is through with one phase goes on with the next: the answers hold for all of them. */
const answers = {
	"Does this customer need a data processing agreement?": "no",
	"Do cashiers work with the product?": "no",
};

test("a casino goes from contract to primary tool, through the screens of everybody who has a part in it", async ({
	browser,
}) => {
	test.setTimeout(600_000);
	const ops = await sitDown(browser, "ops");
	const whose = await test.step("an order form is signed, and its onboarding opened", () => openCase(ops));
	await test.step("contracting", () => contract(browser, ops, whose));
	await test.step("the payment turns the key", () => provision(browser, ops, whose));
	await test.step("the floor is configured", () => configureFloor(browser, ops, whose));
	await test.step("training and pilot", () => trainAndPilot(browser, ops, whose));
	await test.step("go-live and hypercare", () => goLive(ops, whose));
	await test.step("the sponsor signs it off as the primary tool", () => signOff(ops, whose));
});

async function openCase({ page, call, upload }: Person): Promise<Case> {
	const stamp = Date.now();
	const name = `Golden Journey ${stamp}`;
	const domain = `journey${stamp}.example`;
	await openForm(page, "companies/create");
	await type(page, "name", `${name} Ltd`);
	await type(page, "billingEmail", `billing@${domain}`);
	await save(page);

	await openForm(page, "casinos/create");
	await type(page, "name", name);
	await choose(page, "company", `${name} Ltd`);
	const casino = await save(page);

	await openForm(page, "contracts/create");
	await choose(page, "casino", name);
	await choose(page, "status", "Signed");
	await type(page, "seats", "12");
	const order = await save(page);
	await call("PATCH", `/contracts/${order}?depth=0`, { file: await upload(casino, "order form") });
	const onboarding = await openFromContract(page, order, "Casino floor");
	return { name, domain, casino, onboarding, people: {} };
}

async function contract(browser: Browser, ops: Person, whose: Case): Promise<void> {
	const { page } = ops;
	const { onboarding } = whose;
	await nameContacts(ops, whose, 90);
	await save(page);
	await storeContract(ops, whose, "msa");
	await workInPanel(page, onboarding, contracting);
	for (const role of ["finance", "compliance"] as const) {
		const colleague = await sitDown(browser, role);
		await workInPanel(colleague.page, onboarding, contracting, answers);
		await colleague.page.context().close();
	}
	await workInPanel(page, onboarding, contracting);
	for (const role of ["executive_sponsor", "finance_contact"] as const) await bringIn(browser, ops, whose, role);
	await letWork(whose, ["executive_sponsor", "finance_contact"]);
}

async function provision(browser: Browser, ops: Person, whose: Case): Promise<void> {
	const { page } = ops;
	const { onboarding, name, domain } = whose;
	await openForm(page, "invoices/create");
	await choose(page, "casino", name);
	await choose(page, "onboarding", name);
	await choose(page, "status", "Open");
	await type(page, "amountDue", "4800");
	await type(page, "purchaserEmail", `billing@${domain}`);
	await pay(ops, await save(page));

	await showPhase(page, onboarding, provisioning);
	await expect(page.getByText("10 of 10").first()).toBeVisible({ timeout: 30_000 });
	await workInPanel(page, onboarding, contracting);
	await expectClosed(page, onboarding, contracting);

	await bringInAdministrator(browser, whose);
	await letWork(whose, ["casino_admin"]);
	await expectClosed(page, onboarding, provisioning);
}

const areas = ["name,kind,status", "Main pit,pit,active", "Poker room,poker_room,active"];
const tables = [
	"name,area,game,min_bet,max_bet,currency,status,in_pilot",
	"BJ-1,Main pit,blackjack,25.00,500.00,usd,open,yes",
	"PK-1,Poker room,poker,10.00,200.00,usd,open,no",
];

async function configureFloor(browser: Browser, ops: Person, whose: Case): Promise<void> {
	const { page } = ops;
	const { casino, onboarding } = whose;
	await page.goto(`/admin/collections/casinos/${casino}/overview`);
	await importLines(page, "Areas", areas);
	await importLines(page, "Tables", tables);
	const boss = { casino, email: addressOf(whose, "pit_boss"), name: nameOf("pit_boss") };
	await importLines(page, "Roster", ["email,name,role", `${boss.email},${boss.name},pit_boss`]);
	whose.people.pit_boss = await comeIn(browser, boss);
	for (const role of ["operations_lead", "compliance_lead", "it_contact"] as const) {
		await bringIn(browser, ops, whose, role);
	}
	await page.goto(`/admin/collections/casinos/${casino}/overview`);
	await page.getByRole("button", { name: "Sync to the product" }).click();
	await expect(page.getByText("2 areas and 2 tables are in the product.")).toBeVisible();
	await writeSettings(ops, casino);
	await waitForProduct(page, casino);
	await agreeScope(page, onboarding);
	await timeTopTasks(page, onboarding);

	await letWork(whose, ["casino_admin", "it_contact", "compliance_lead", "operations_lead"], answers);
	await workInPanel(page, onboarding, floor);
	await letWork(whose, ["operations_lead"], answers);
	await expectClosed(page, onboarding, floor);
}

async function importLines(page: Page, kind: string, lines: readonly string[]): Promise<void> {
	const dialog = page.getByRole("dialog");
	await press(page.getByRole("button", { name: "Import a file" }), dialog);
	await dialog.getByLabel("What is in it").selectOption(kind);
	await dialog.getByLabel("Or paste its lines").fill(lines.join("\n"));
	const invites = dialog.getByLabel("Mail an invitation");
	if (await invites.isVisible()) await invites.check();
	await dialog.getByRole("button", { name: "Preview" }).click();
	await dialog.getByRole("button", { name: `Take in ${lines.length - 1} lines` }).click();
	await expect(dialog).toBeHidden();
}

const boundaries = [
	["Visits and ratings", "The product", "Rating slips, entered within the shift"],
	["Fills and credits", "Paper", "The same slips"],
	["Player notes", "The product", "The pit's note book"],
] as const;

async function writeSettings({ page, call }: Person, casino: string): Promise<void> {
	const { docs } = await call("GET", `/casino-settings?where[casino][equals]=${casino}&depth=0`);
	const [settings] = docs as { id: string }[];
	await openForm(page, `casino-settings/${settings?.id}`);
	await addRow(page, "games");
	await choose(page, "games.0.game", "Blackjack");
	for (const [index, [record, firstIn, fallback]] of boundaries.entries()) {
		await addRow(page, "boundaries");
		await type(page, `boundaries.${index}.record`, record);
		await choose(page, `boundaries.${index}.firstIn`, firstIn);
		await type(page, `boundaries.${index}.fallback`, fallback);
	}
	await save(page);
}

/** A form of the onboarding that is opened before is overtaken: what comes back from the product is judged on it. */
async function waitForProduct(page: Page, casino: string): Promise<void> {
	await expect(async () => {
		await page.goto(`/admin/collections/casinos/${casino}/overview`);
		await expect(page.locator("dd", { hasText: /^In the product$/ })).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 30_000 });
}

/** The main pit, around the clock. */
async function agreeScope(page: Page, onboarding: string): Promise<void> {
	await openForm(page, `onboardings/${onboarding}`);
	await unfold(page, "Agreed scope");
	await choose(page, "scope.areas", "Main pit");
	for (const [index, [name, starts, ends]] of [
		["Day", "06:00", "18:00"],
		["Night", "18:00", "06:00"],
	].entries()) {
		await addRow(page, "scope.shifts");
		await type(page, `scope.shifts.${index}.name`, name ?? "");
		await type(page, `scope.shifts.${index}.starts`, starts ?? "");
		await type(page, `scope.shifts.${index}.ends`, ends ?? "");
	}
	await save(page);
}

async function timeTopTasks(page: Page, onboarding: string): Promise<void> {
	await showPhase(page, onboarding, floor);
	await unfoldSection(page, "Top five tasks");
	const task = page.getByRole("combobox", { name: "Task", exact: true });
	await expect(task).toBeVisible();
	for (const name of await task.getByRole("option").allTextContents()) {
		await task.selectOption(name);
		await page.getByRole("button", { name: "Start the stopwatch" }).click();
		await page.getByRole("button", { name: "Stop", exact: true }).click();
		await page.getByRole("button", { name: "Save the time" }).click();
		await expect(page.locator(".kt-tasks li").filter({ hasText: name }).getByText(/^0:0/)).toBeVisible();
	}
}

/** Opens a folded part of an onboarding's page. */
async function unfoldSection(page: Page, title: string): Promise<void> {
	const heading = page.getByRole("heading", { name: title, exact: true });
	const section = page.locator("details.kt-section").filter({ has: heading });
	if ((await section.getAttribute("open")) === null) await heading.click();
}

async function trainAndPilot(browser: Browser, { page }: Person, whose: Case): Promise<void> {
	const { casino, onboarding } = whose;
	await exportRecord(browser, whose);
	await showPhase(page, onboarding, training);
	for (const role of ["Pit boss", "Administrator", "Compliance lead"]) await train(page, role);
	await logIssue(page, "The rating form loses the seat when the table is changed");

	await openForm(page, `onboardings/${onboarding}`);
	await unfold(page, "Pilot");
	await setDay(page, "pilot.startsAt", -2);
	await setDay(page, "pilot.endsAt", -1);
	await type(page, "pilot.shiftsPlanned", "2");
	await save(page);
	await enterVisits({ casino, email: addressOf(whose, "pit_boss"), table: "BJ-1", fromDaysAgo: 2, toDaysAgo: 0 });
	await showPhase(page, onboarding, training);
	await unfoldSection(page, "Pilot log");
	await page.getByRole("button", { name: "Read from the product" }).click();
	await expect(page.getByText("The pilot was read from the product.")).toBeVisible();

	await letWork(whose, ["operations_lead"], answers);
	await workInPanel(page, onboarding, training);
	await letWork(whose, ["operations_lead"], answers);
	await workInPanel(page, onboarding, training);
	await letWork(whose, ["executive_sponsor"]);
	await expectClosed(page, onboarding, training);
}

/** Compliance tries whether the customer's audit record can be had, as a go-live needs. */
async function exportRecord(browser: Browser, { casino, name }: Case): Promise<void> {
	const { page } = await sitDown(browser, "compliance");
	await page.goto("/admin/collections/audit-entries");
	await expect(async () => {
		await page.getByLabel("Customer").fill("");
		await page.getByLabel("Customer").fill(name);
		await expect(page.locator(`option[value="${name}"]`)).toHaveCount(1, { timeout: 3000 });
	}).toPass({ timeout: 30_000 });
	await page.getByRole("button", { name: "Filter", exact: true }).click();
	const csv = page.getByRole("link", { name: "CSV" });
	await expect(csv).toHaveAttribute("href", new RegExp(`casino=${casino}`));
	const downloading = page.waitForEvent("download");
	await csv.click();
	expect(await (await downloading).failure()).toBeNull();
	await page.context().close();
}

async function train(page: Page, role: string): Promise<void> {
	const title = `Training: ${role}`;
	await unfoldSection(page, "Training");
	await page.getByRole("button", { name: "Plan a session" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Title").fill(title);
	await dialog.getByLabel("For").selectOption(role);
	await dialog.getByLabel("When").fill(new Date(Date.now() - 3_600_000).toISOString().slice(0, 16));
	await dialog.getByRole("button", { name: "Plan the session" }).click();
	await expect(dialog).toBeHidden();
	const session = page.getByRole("listitem").filter({ hasText: title });
	await session.getByRole("checkbox").first().click();
	await expect(session.getByRole("checkbox").first()).toBeChecked();
	const hold = session.getByRole("button", { name: `Mark as held: ${title}` });
	await hold.click();
	await expect(hold).toBeHidden();
	await unfoldSection(page, "Training");
	await expect(session.getByText("Held", { exact: true })).toBeVisible();
}

async function logIssue(page: Page, title: string): Promise<void> {
	await unfoldSection(page, "Pilot log");
	await page.getByRole("button", { name: "Log an issue" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("What went wrong").fill(title);
	await dialog.getByRole("button", { name: "Log the issue" }).click();
	await expect(dialog).toBeHidden();
	await page.getByRole("button", { name: `Triage: ${title}` }).click();
	await dialog.getByLabel("What becomes of it").selectOption("Fix now");
	await dialog.getByRole("button", { name: "Triage", exact: true }).click();
	const fixed = page.getByRole("button", { name: `Fixed: ${title}` });
	await fixed.click();
	await expect(fixed).toBeHidden();
	await unfoldSection(page, "Pilot log");
	await expect(page.getByRole("list", { name: "Fixed" }).getByText(title)).toBeVisible();
}

async function goLive({ page, call }: Person, whose: Case): Promise<void> {
	const { onboarding } = whose;
	await openForm(page, `onboardings/${onboarding}`);
	await setDay(page, "wentLiveAt", -15);
	await unfold(page, "Go-live");
	await addRow(page, "escalation");
	await type(page, "escalation.0.name", "Noor Haddad");
	await type(page, "escalation.0.reach", "ops@keyturn.example");
	await save(page);
	const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
	await call("PATCH", `/onboardings/${onboarding}?depth=0`, { freeze: { from: daysAgo(16), until: daysAgo(12) } });
	const path = `/onboardings/${onboarding}/announcement`;
	const { subject, text, people } = await call("GET", path);
	const to = (people as { email: string }[]).map(({ email }) => email);
	await call("POST", path, { subject, text, to });
	const { docs } = await call(
		"GET",
		`/check-ins?where[onboarding][equals]=${onboarding}&where[dueAt][less_than]=${new Date().toISOString()}&sort=day&depth=0&limit=50`,
	);
	for (const { id } of docs as { id: string }[]) {
		await openForm(page, `check-ins/${id}`);
		await choose(page, "status", "Done");
		await type(page, "notes", "Called. Everybody works with it.");
		await save(page);
	}
	await enterWeek(page, whose, { week: 1, beganDaysAgo: 15, recorded: 9 });
	await enterWeek(page, whose, { week: 2, beganDaysAgo: 8, recorded: 13 });
	for (const days of [12, 5]) {
		const observedAt = daysAgo(days);
		const whosCheck = { casino: whose.casino, onboarding, task: "find_player", seconds: 90 };
		await call("POST", "/spot-checks", { ...whosCheck, observedAt });
	}

	await letWork(whose, ["executive_sponsor"]);
	await workInPanel(page, onboarding, hypercare);
	await letWork(whose, ["operations_lead", "executive_sponsor"]);
	await workInPanel(page, onboarding, hypercare);
}

async function enterWeek(
	page: Page,
	{ name }: Case,
	{ week, beganDaysAgo, recorded }: { week: number; beganDaysAgo: number; recorded: number },
): Promise<void> {
	await openForm(page, "adoption-reports/create");
	await choose(page, "casino", name);
	await choose(page, "onboarding", name);
	await type(page, "week", String(week));
	await setDay(page, "startsOn", -beganDaysAgo);
	await type(page, "shiftsRecorded", String(recorded));
	await type(page, "shiftsInScope", "14");
	await type(page, "tablesUsed", "1");
	await type(page, "tablesInScope", "1");
	await type(page, "entries", "300");
	await save(page);
}

async function signOff({ page }: Person, whose: Case): Promise<void> {
	const { onboarding, name } = whose;
	const sponsor = pageOf(whose, "executive_sponsor");
	await sponsor.goto("/portal");
	const step = sponsor.getByRole("region", { name: "Your next step" });
	await step.getByLabel("Your full name").fill(nameOf("executive_sponsor"));
	await step.getByRole("button", { name: "Sign" }).click();
	await expect(sponsor.getByText("It is your primary tool, signed and on record.")).toBeVisible();

	await proposeLessons(page, onboarding);
	await expectClosed(page, onboarding, hypercare);
	await page.goto(`/admin/portfolio?status=completed&search=${encodeURIComponent(name)}`);
	await expect(page.getByRole("link", { name })).toBeVisible();
}

async function proposeLessons(page: Page, onboarding: string): Promise<void> {
	await showPhase(page, onboarding, hypercare);
	await page.getByRole("button", { name: "Propose playbook changes" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("What you would add").fill("Agree the shifts before the training is planned.");
	await dialog.getByRole("button", { name: "Copy into the draft" }).click();
	await expect(page.getByText("in the draft of the next version.")).toBeVisible();
}
