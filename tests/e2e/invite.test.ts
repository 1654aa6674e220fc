import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { administrator } from "../harness/testEnvironment";
import { test } from "./watchedTest";

const password = "seven brass keys turn";

/** A request as the vendor's administrator; answers the parsed body. */
async function asVendor(request: APIRequestContext) {
	const login = await request.post("/api/users/login", { data: administrator });
	const { token } = await login.json();
	return async (path: string, data: object) => {
		const answer = await request.post(`/api${path}`, { data, headers: { Authorization: `JWT ${token}` } });
		expect(answer.ok(), await answer.text()).toBe(true);
		return answer.json();
	};
}

async function invitePerson(request: APIRequestContext, name: string) {
	const post = await asVendor(request);
	const stamp = `${Date.now()}${Math.floor(Math.random() * 1e4)}`;
	const casino = `${name} Casino ${stamp}`;
	const email = `${name.toLowerCase()}.${stamp}@browser.example`;
	const { doc } = await post("/casinos?depth=0", { name: casino });
	const invite = await post("/staff-invites?depth=0", { casino: doc.id, email, name, role: "casino_admin" });
	const { url } = await post(`/staff-invites/${invite.doc.id}/link`, {});
	// The server's address may be another than the one the browser uses.
	return { casino, email, id: invite.doc.id, post, path: `/invite${new URL(url).hash}` };
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
}

test("an invited person comes in, leaves, and signs in again", async ({ page, request }) => {
	const { casino, email, path } = await invitePerson(request, "Nora");
	const seen: string[] = [];
	page.on("request", (sent) => seen.push(sent.url(), sent.headers().referer ?? ""));
	await page.goto(path);
	await expect(page.getByRole("heading", { name: `Join ${casino}` })).toBeVisible();
	await expect(page).toHaveURL(/\/invite$/);
	await expectAccessible(page);

	await page.getByLabel("Choose a password").fill("too short");
	await page.getByRole("button", { name: "Accept and sign in" }).click();
	await expect(page.getByText("Use at least 12 characters")).toBeVisible();
	await expect(page.getByLabel("Your name")).toHaveValue("Nora");
	await page.getByLabel("Choose a password").fill(password);
	await page.getByRole("button", { name: "Accept and sign in" }).click();

	await expect(page).toHaveURL(/\/portal$/);
	await expect(page.getByRole("heading", { name: casino })).toBeVisible();
	await expect(page.getByText("(you)")).toBeVisible();
	await expectAccessible(page);
	expect(seen.filter((url) => url.includes(path.slice("/invite#".length)))).toEqual([]);

	await page.getByRole("button", { name: "Sign out" }).click();
	await expect(page).toHaveURL(/\/sign-in$/);
	await expectAccessible(page);
	await page.getByLabel("E-mail").fill(email);
	await page.getByLabel("Password", { exact: true }).fill("not the password");
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page.getByRole("alert").getByText("incorrect")).toBeVisible();
	await expect(page.getByLabel("E-mail")).toHaveValue(email);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page).toHaveURL(/\/portal$/);
});

test("a link that was used, replaced or is none says what to do", async ({ page, request }) => {
	const { id, path, post } = await invitePerson(request, "Omar");
	const { url } = await post(`/staff-invites/${id}/link`, {});
	await page.goto(path);
	await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
	await expectAccessible(page);

	const fresh = `/invite${new URL(url).hash}`;
	const accepted = await request.post("/api/invites/accept", {
		data: { token: fresh.slice("/invite#".length), name: "Omar", password },
	});
	expect(accepted.status()).toBe(200);
	await page.goto("/sign-in");
	await page.goto(fresh);
	await expect(page.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

	await page.goto("/sign-in");
	await page.goto("/invite");
	await expect(page.getByRole("heading", { name: "Open the link in your mail" })).toBeVisible();
	await page.goto("/sign-in/link#nonsense");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByText("This sign-in link is not known")).toBeVisible();
	await expect(page.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
});

test("the front door leads each to their place, and the portal asks strangers to sign in", async ({
	page,
	request,
}) => {
	await page.goto("/portal");
	await expect(page).toHaveURL(/\/sign-in$/);
	await page.goto("/");
	await expect(page).toHaveURL(/\/sign-in$/);
	const { path } = await invitePerson(request, "Pia");
	await page.goto(path);
	await page.getByLabel("Choose a password").fill(password);
	await page.getByRole("button", { name: "Accept and sign in" }).click();
	await expect(page).toHaveURL(/\/portal$/);
	await page.goto("/sign-in");
	await expect(page).toHaveURL(/\/portal$/);
	// The admin panel is not a customer's.
	await page.goto("/admin");
	await expect(page.getByRole("link", { name: "Invoices" })).toHaveCount(0);
});
