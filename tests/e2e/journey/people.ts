import { type Browser, expect, type Page } from "@playwright/test";
import { Client } from "pg";
import { administrator, samplePassword } from "../../harness/testEnvironment";

/** The vendor's colleagues of the sample portfolio. */
export const vendor = {
	admin: administrator,
	...Object.fromEntries(
		["ops", "manager", "finance", "compliance"].map((role) => [
			role,
			{ email: `${role}@keyturn.example`, password: samplePassword },
		]),
	),
} as Record<"admin" | "ops" | "manager" | "finance" | "compliance", { email: string; password: string }>;

export type Call = (method: "GET" | "POST" | "PATCH", path: string, data?: object) => Promise<Record<string, unknown>>;

/** Somebody at a browser of their own, and the API as the same person. `upload` answers the file's id. */
export type Person = { page: Page; call: Call; upload(casino: string, name: string): Promise<string> };

/** Signs one of the vendor's colleagues in. */
export async function sitDown(browser: Browser, who: keyof typeof vendor): Promise<Person> {
	const page = await (await browser.newContext()).newPage();
	const signedIn = await page.request.post("/api/users/login", { data: vendor[who] });
	expect(signedIn.ok(), await signedIn.text()).toBe(true);
	const { token } = await signedIn.json();
	const call: Call = async (method, path, data) => {
		const answer = await page.request.fetch(`/api${path}`, {
			method,
			data,
			headers: { authorization: `JWT ${token}` },
		});
		const body = await answer.json();
		expect(answer.ok(), `${path}: ${JSON.stringify(body)}`).toBe(true);
		return body.doc ?? body;
	};
	const upload: Person["upload"] = async (casino, name) => {
		const file = { name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(`${name}\n`) };
		const answer = await page.request.post("/api/media?depth=0", {
			multipart: { file, _payload: JSON.stringify({ casino, alt: name }) },
			headers: { authorization: `JWT ${token}` },
		});
		const { doc } = await answer.json();
		expect(answer.ok()).toBe(true);
		return doc.id;
	};
	return { page, call, upload };
}

/** As if they had followed a link that was mailed to them, some days ago: until then they sign nothing. */
async function proveAddress(email: string): Promise<void> {
	const database = new Client({ connectionString: process.env.DATABASE_URL });
	await database.connect();
	await database.query("UPDATE users SET address_proved_at = now() - interval '3 days' WHERE email = $1", [email]);
	await database.end();
}

/**
 * Somebody of the customer's follows the link of their invitation, which an administrator handed over, and is in the portal.
 */
export async function comeIn(
	browser: Browser,
	invited: { casino: string; email: string; name: string },
): Promise<Page> {
	const of = await sitDown(browser, "admin");
	const query = `where[casino][equals]=${invited.casino}&where[email][equals]=${invited.email}&limit=1&depth=0`;
	const { docs } = (await of.call("GET", `/staff-invites?${query}`)) as { docs?: { id: string }[] };
	const [invite] = docs ?? [];
	expect(invite, `${invited.email} was invited`).toBeDefined();
	const { url } = await of.call("POST", `/staff-invites/${invite?.id}/link`, {});
	await of.page.context().close();
	const page = await (await browser.newContext()).newPage();
	await page.goto(`/invite${new URL(String(url)).hash}`);
	await page.getByLabel("Your name").fill(invited.name);
	await page.getByLabel("Choose a password").fill("seven brass keys turn");
	await page.getByRole("button", { name: "Accept and sign in" }).click();
	await expect(page).toHaveURL(/\/portal$/);
	await proveAddress(invited.email);
	return page;
}
