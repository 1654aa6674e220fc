import { expect } from "@playwright/test";

type Call = <Answer>(method: "GET" | "POST", path: string, data?: object) => Promise<Answer>;

export type Credentials = { id: string; email: string; password: string };

/** Somebody whom an administrator created, and who came in by a link that was handed over. */
export async function createAccount(
	call: Call,
	person: { name: string; email: string; password: string } & Record<string, unknown>,
): Promise<Credentials> {
	const { password, ...account } = person;
	const { name, email } = account;
	const { doc } = await call<{ doc: { id: string } }>("POST", "/users?depth=0", account);
	// The newest link works: one that is mailed later would take the place of the one that is handed over.
	const waiting = `/messages?where[to][equals]=${email}&where[status][equals]=queued&limit=1&depth=0`;
	await expect.poll(async () => (await call<{ docs: unknown[] }>("GET", waiting)).docs.length).toBe(0);
	const { url } = await call<{ url: string }>("POST", `/users/${doc.id}/link`, {});
	// By itself: the answer's cookie signs in whoever accepts.
	const accepted = await fetch(new URL("/api/invites/accept", process.env.KEYTURN_TEST_ADDRESS), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ token: new URL(url).hash.slice(1), name, password }),
	});
	expect(accepted.ok, `${email}: ${await accepted.text()}`).toBe(true);
	return { id: doc.id, email, password };
}
