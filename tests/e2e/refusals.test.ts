import { type APIRequestContext, expect, type PlaywrightWorkerArgs } from "@playwright/test";
import { Client } from "pg";
import { allSlugs } from "../../src/slugs";
import { administrator, samplePassword } from "../harness/testEnvironment";
import { createAccount } from "./journey/createAccount";
import { test } from "./watchedTest";

type Call = <Answer>(method: "GET" | "POST" | "PATCH", path: string, data?: object) => Promise<Answer>;
type SignIn = { email: string; password: string };

const password = "seven brass keys turn";

/** Without it the session's cookie counts for nothing: it might be sent from another site. */
const asBrowser = () => {
	const baseURL = process.env.KEYTURN_TEST_ADDRESS ?? "";
	return { baseURL, extraHTTPHeaders: { origin: new URL(baseURL).origin } };
};

/** A browser's cookies without a browser: pages are rendered by the server all the same. */
async function signIn({ playwright }: PlaywrightWorkerArgs, who: SignIn): Promise<APIRequestContext> {
	const context = await playwright.request.newContext(asBrowser());
	const answer = await context.post("/api/users/login", { data: who });
	expect(answer.ok(), `${who.email}: ${await answer.text()}`).toBe(true);
	return context;
}

const callAs =
	(context: APIRequestContext): Call =>
	async (method, path, data) => {
		const answer = await context.fetch(`/api${path}`, { method, data });
		expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
		return answer.json();
	};

const comeIn = (call: Call, data: object) => {
	const email = `refused.${Date.now()}.${Math.floor(Math.random() * 1e6)}@screens.example`;
	return createAccount(call, { email, name: "Rita Refused", password, ...data });
};

/** Every page of the panel: the views, and of each collection the list, a new record and one that there is, with its tabs. */
async function listPages(call: Call): Promise<string[]> {
	const pages = [
		"",
		"/portfolio",
		"/my-work",
		"/reports",
		"/held-payments",
		"/account",
		"/globals/settings",
		"/nonsense",
	];
	for (const slug of allSlugs) {
		const { docs } = await call<{ docs: { id: string }[] }>("GET", `/${slug}?limit=1&depth=0`);
		pages.push(`/collections/${slug}`, `/collections/${slug}/create`);
		if (docs[0]) pages.push(`/collections/${slug}/${docs[0].id}`);
		if (docs[0] && (slug === "onboardings" || slug === "casinos")) {
			pages.push(`/collections/${slug}/${docs[0].id}/overview`);
		}
	}
	return pages.map((page) => `/admin${page}`);
}

const read = async (context: APIRequestContext, page: string) => {
	const answer = await context.get(page, { maxRedirects: 0 });
	return { page, status: answer.status(), text: await answer.text() };
};

test.describe("a page of the panel", () => {
	for (const role of ["auditor", "compliance", "finance", "manager", "ops"]) {
		test(`is no fault to ${role}`, async ({ playwright }) => {
			test.setTimeout(300_000);
			const admin = callAs(await signIn({ playwright } as PlaywrightWorkerArgs, administrator));
			const who = { email: `${role}@keyturn.example`, password: samplePassword };
			const context = await signIn({ playwright } as PlaywrightWorkerArgs, who);
			const faults: string[] = [];
			for (const page of await listPages(admin)) {
				const { status, text } = await read(context, page);
				if (page === "/admin/portfolio") expect(status).toBe(200);
				if (status >= 500 || /Application error|Internal Server Error/.test(text)) faults.push(`${page} ${status}`);
			}
			expect(faults).toEqual([]);
		});
	}

	test("is refused in words to whoever is not the vendor's, and sends nobody to sign in", async ({ playwright }) => {
		test.setTimeout(400_000);
		const worker = { playwright } as PlaywrightWorkerArgs;
		const admin = callAs(await signIn(worker, administrator));
		const { docs } = await admin<{ docs: { id: string }[] }>("GET", "/casinos?limit=1&depth=0");
		const memberships = [{ casino: docs[0]?.id, roles: ["casino_admin"] }];
		const expired = await comeIn(admin, { vendorRole: "auditor" });
		await admin("PATCH", `/users/${expired.id}`, { accessEndsAt: "2026-01-02T00:00:00.000Z" });
		const people = [
			["expired", expired, "has ended"],
			["a customer's", await comeIn(admin, { memberships }), "Your pages are in the portal"],
			["nobody's", await comeIn(admin, {}), "Your pages are in the portal"],
		] as const;
		const pages = await listPages(admin);
		for (const [what, credentials, words] of people) {
			const context = await signIn(worker, credentials);
			for (const page of pages) {
				const { status, text } = await read(context, page);
				expect([what, page, status, text.includes(words)]).toEqual([what, page, 403, true]);
			}
		}
		const stranger = await playwright.request.newContext({ baseURL: process.env.KEYTURN_TEST_ADDRESS });
		for (const page of pages) {
			// By the status, or by the page itself where it had begun.
			const answer = await stranger.get(page, { maxRedirects: 0 });
			const goesTo = answer.headers().location ?? (await answer.text());
			expect([page, answer.status() < 400, goesTo.includes("/admin/login")]).toEqual([page, true, true]);
		}
	});
});

test("the portal answers 403 in words to whoever belongs to no customer, and opens where a customer is suspended", async ({
	playwright,
}) => {
	test.setTimeout(120_000);
	const worker = { playwright } as PlaywrightWorkerArgs;
	const admin = callAs(await signIn(worker, administrator));
	const { doc } = await admin<{ doc: { id: string } }>("POST", "/casinos?depth=0", { name: `Suspended ${Date.now()}` });
	const database = new Client({ connectionString: process.env.DATABASE_URL });
	await database.connect();
	await database.query("UPDATE casinos SET status = 'suspended' WHERE id = $1", [doc.id]);
	await database.end();
	const member = await comeIn(admin, { memberships: [{ casino: doc.id, roles: ["casino_admin"] }] });
	const outsider = await comeIn(admin, {});
	const auditor = { email: "auditor@keyturn.example", password: samplePassword };
	const statusOf = async (who: SignIn) => {
		const { status, text } = await read(await signIn(worker, who), "/portal");
		return status === 200 ? [status] : [status, /belongs to no|customers' side/.test(text)];
	};
	expect([await statusOf(member), await statusOf(outsider), await statusOf(auditor)]).toEqual([
		[200],
		[403, true],
		[403, true],
	]);
});
