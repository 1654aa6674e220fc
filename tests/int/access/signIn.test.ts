import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { testPassword } from "../../harness/testEnvironment";
import { anonymous, createService, createWorld, removeFiles, storedRow, type World } from "./world";

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

let keyturn: Keyturn;
let world: World;
let admin: Person;
let customer: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	admin = await createVendor(keyturn, "admin");
	customer = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["pit_boss"] }]);
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

const cookie = (token: string) => `payload-token=${token}`;
const me = async (headers: Record<string, string>) => {
	const { body } = await keyturn.rest("GET", "/users/me?depth=0", { headers });
	return (body as { user: { email: string } | null }).user?.email ?? null;
};

describe("a cookie", () => {
	it("counts from our own pages and not from another site's", async () => {
		const home = keyturn.payload.config.serverURL;
		const value = cookie(customer.token);
		expect(await me({ cookie: value, origin: home })).toBe(customer.email);
		expect(await me({ cookie: value, "sec-fetch-site": "same-origin" })).toBe(customer.email);
		expect(await me({ cookie: value, origin: "https://elsewhere.example" })).toBeNull();
		expect(await me({ cookie: value, origin: `${home}.elsewhere.example` })).toBeNull();
		expect(await me({ cookie: value, origin: "null" })).toBeNull();
		expect(await me({ cookie: value, "sec-fetch-site": "cross-site" })).toBeNull();
	});

	it("is set out of scripts' reach", async () => {
		const { headers } = await keyturn.rest("POST", "/users/login", {
			body: { email: customer.email, password: customer.password },
		});
		expect(headers.get("set-cookie")).toMatch(/HttpOnly/i);
		expect(headers.get("set-cookie")).toMatch(/SameSite=Lax/i);
	});

	it("is answered to our own origin alone", async () => {
		const { headers } = await keyturn.rest("GET", "/users/me", { headers: { origin: "https://elsewhere.example" } });
		expect(headers.get("access-control-allow-origin")).not.toBe("*");
		expect(headers.get("access-control-allow-origin")).not.toBe("https://elsewhere.example");
	});
});

describe("a session", () => {
	it("ends when the person signs out", async () => {
		const person = await createCustomer(keyturn, []);
		expect(await me({ authorization: `JWT ${person.token}` })).toBe(person.email);
		await keyturn.rest("POST", "/users/logout", { as: person });
		expect(await me({ authorization: `JWT ${person.token}` })).toBeNull();
	});

	it("ends when the account is deleted, and a forged or altered token begins none", async () => {
		const person = await createCustomer(keyturn, []);
		await keyturn.rest("DELETE", `/users/${person.user.id}`, { as: admin });
		expect(await me({ authorization: `JWT ${person.token}` })).toBeNull();
		const [head = "", , signature = ""] = customer.token.split(".");
		const forged = Buffer.from(JSON.stringify({ id: admin.user.id, collection: "users", email: admin.email })).toString(
			"base64url",
		);
		for (const token of [`${head}.${forged}.${signature}`, `${customer.token}x`, "", "undefined"]) {
			expect(await me({ authorization: `JWT ${token}` })).toBeNull();
		}
	});

	it("has the rights the person has now, not those they had when they signed in", async () => {
		const person = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["pit_boss"] }]);
		const look = async () => (await keyturn.rest("GET", `/casinos/${world.own.owner.casino}`, { as: person })).status;
		expect(await look()).toBe(200);
		await keyturn.rest("PATCH", `/users/${person.user.id}`, { as: admin, body: { memberships: [] } });
		expect(await look()).toBe(403);
	});
});

describe("a password", () => {
	it("is answered to nobody, not even its hash", async () => {
		const paths = [
			`/users/${customer.user.id}`,
			"/users?showHiddenFields=true",
			"/users/me",
			`/users/${customer.user.id}?select[hash]=true&select[salt]=true`,
		];
		for (const path of paths) {
			for (const as of [customer, admin]) {
				const { status, body } = await keyturn.rest("GET", path, { as });
				expect(status).toBe(200);
				expect(JSON.stringify(body)).not.toMatch(/"(hash|salt|password|resetPasswordToken|loginAttempts)":/);
			}
		}
	});

	it("is refused in the same words for an account that is there and one that is not", async () => {
		const refusal = async (email: string) => {
			const { status, body } = await keyturn.rest("POST", "/users/login", { body: { email, password: "wrong" } });
			return { status, body };
		};
		expect(await refusal(admin.email)).toEqual(await refusal("nobody@keyturn.example"));
	});

	it("that is forgotten is answered the same whether or not there is an account", async () => {
		const answer = async (email: string) => {
			const { status, body } = await keyturn.rest("POST", "/users/forgot-password", { body: { email } });
			return { status, body };
		};
		expect(await answer(admin.email)).toEqual(await answer("nobody@keyturn.example"));
	});
});

describe("registering", () => {
	it("is not open to anybody once there are people", async () => {
		const before = await world.sql("SELECT id FROM users");
		const body = {
			email: "first@keyturn.example",
			password: testPassword,
			name: "First",
			vendorRole: "admin",
		};
		for (const path of ["/users/first-register", "/users"]) {
			expect((await keyturn.rest("POST", path, { body })).status).toBe(403);
		}
		expect(await world.sql("SELECT id FROM users")).toHaveLength(before.length);
	});
});

describe("a key", () => {
	const list = async (headers: Record<string, string>, slug = "casinos") =>
		(await keyturn.rest("GET", `/${slug}`, { headers })).status;
	const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

	it("opens what its scopes name, in its casino, and nothing else", async () => {
		const { sender } = await createService(world, ["casinos:read"], tomorrow());
		const { key } = sender as { key: string };
		expect([await list(bearer(key)), await list(bearer(key), "staff"), await list(bearer(key), "users")]).toEqual([
			200, 403, 403,
		]);
		const { body } = await keyturn.rest("GET", "/casinos", { as: { key } });
		expect((body as { docs: { id: string }[] }).docs.map(({ id }) => id)).toEqual([world.own.owner.casino]);
	});

	it("that is wrong, cut, expired, deleted or sent otherwise opens nothing", async () => {
		const { sender, user } = await createService(world, ["casinos:read"], tomorrow());
		const { key } = sender as { key: string };
		const { sender: late } = await createService(world, ["casinos:read"], new Date(Date.now() - 1000).toISOString());
		const wrong = [
			bearer(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`),
			bearer(key.slice(0, -1)),
			bearer(`${key}A`),
			bearer(""),
			bearer((late as { key: string }).key),
			{ authorization: `JWT ${key}` },
			{ authorization: `api-clients API-Key ${key}` },
			{ "x-api-key": key },
		];
		for (const headers of wrong) expect(await list(headers)).toBe(403);
		const hash = String((await storedRow(world, "api-clients", String(user?.id)))?.keyHash);
		expect(await list(bearer(hash))).toBe(403);
		expect(await list(bearer(key))).toBe(200);
		await keyturn.rest("DELETE", `/api-clients/${user?.id}`, { as: admin });
		expect(await list(bearer(key))).toBe(403);
	});

	it("is shown once and then to nobody", async () => {
		const body = { name: "A program", casino: world.own.owner.casino, scopes: ["casinos:read"], expiresAt: tomorrow() };
		const made = (await keyturn.rest("POST", "/api-clients", { as: admin, body })).body as {
			doc: { id: string; key: string };
		};
		expect(made.doc.key).toMatch(/^ktk_/);
		for (const as of [admin, { key: made.doc.key }]) {
			for (const path of [`/api-clients/${made.doc.id}`, "/api-clients", "/api-clients/me"]) {
				const answer = await keyturn.rest("GET", path, { as });
				expect(JSON.stringify(answer.body)).not.toMatch(/ktk_[A-Za-z0-9_-]{40}|keyHash/);
			}
		}
	});

	it("is no way to sign in, refresh or set a password", async () => {
		const { sender } = await createService(world, ["casinos:read"], tomorrow());
		for (const path of ["login", "refresh-token", "forgot-password", "reset-password", "unlock", "first-register"]) {
			const { status } = await keyturn.rest("POST", `/api-clients/${path}`, {
				as: sender,
				body: { email: admin.email, password: "x" },
			});
			expect([400, 401, 403, 404], path).toContain(status);
		}
		expect(anonymous.sender).toBeUndefined();
	});
});
