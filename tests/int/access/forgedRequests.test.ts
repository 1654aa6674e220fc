import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { goodPassword, rowsOf } from "../invites/inviteWorld";
import { accountOf, nextEmail } from "../users/accountWorld";

let keyturn: Keyturn;
let casino: string;
let ops: Person;
let casinoAdmin: Person;
let sponsor: Person;
let stranger: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	casino = (await createCustomerSetup(keyturn)).casino.id;
	ops = await createVendor(keyturn, "ops");
	casinoAdmin = await createCustomer(keyturn, [{ casino, roles: ["casino_admin"] }]);
	sponsor = await createCustomer(keyturn, [{ casino, roles: ["executive_sponsor"] }]);
	const other = (await createCustomerSetup(keyturn)).casino.id;
	stranger = await createCustomer(keyturn, [{ casino: other, roles: ["casino_admin"] }]);
}, 300_000);
afterAll(() => keyturn?.stop());

const asForm = (...fields: [name: string, value: string][]) => {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
};
const authorization = ({ token }: { token: string }) => ({ authorization: `JWT ${token}` });

test("an invitation's link, sender and proof are not taken from what is sent", async () => {
	const { hashToken } = await import("@/operations/invites/mintLink");
	const [token, email] = ["A".repeat(43), nextEmail("forged")];
	const forged = { tokenHash: hashToken(token), isLinkMailed: true, invitedBy: ops.user.id };
	const body = { casino, email, role: "cashier", ...forged };
	expect((await keyturn.rest("POST", "/staff-invites", { as: casinoAdmin, body })).status).toBe(403);
	const accepted = await keyturn.rest("POST", "/invites/accept", {
		body: { token, name: "X", password: goodPassword },
	});
	expect(accepted.status).toBe(404);
	expect(await rowsOf(keyturn, "SELECT 1 FROM staff_invites WHERE email = $1", [email])).toEqual([]);
});

test("nor are an account's creator, proof, hash and sign-in", async () => {
	const [email, at] = [nextEmail("forged"), "2020-01-01T00:00:00.000Z"];
	for (const forged of [
		{ createdBy: sponsor.user.id },
		{ addressProvedAt: at },
		{ lastSignInAt: at },
		{ firstSignInAt: at },
		{ hash: "a", salt: "b" },
	]) {
		const answer = await keyturn.rest("POST", "/users", { as: ops, body: { email, name: "F", ...forged } });
		expect([forged, answer.status]).toEqual([forged, 403]);
	}
	expect((await keyturn.rest("POST", "/users", { as: ops, body: { email, name: "F" } })).status).toBe(201);
	expect(await accountOf(keyturn, email)).toMatchObject({ createdBy: ops.user.id, isProved: false });
});

test.each<[how: string, send: () => RequestInit, status: number]>([
	["a form", () => ({ body: asForm(["_payload", JSON.stringify({ password: goodPassword })]) }), 403],
	["a prototype", () => ({ body: `{"name":"Same","__proto__":{"password":"${goodPassword}","hash":"x"}}` }), 200],
	["a constructor", () => ({ body: `{"constructor":{"prototype":{"password":"${goodPassword}"}}}` }), 400],
])("another's password is not set by %s", async (_how, send, status) => {
	const read = () => rowsOf(keyturn, "SELECT hash, salt FROM users WHERE id = $1", [sponsor.user.id]);
	const before = await read();
	const init = send();
	const headers = {
		...authorization(ops),
		...(typeof init.body === "string" ? { "content-type": "application/json" } : {}),
	};
	const answer = await keyturn.request(`/users/${sponsor.user.id}`, { method: "PATCH", headers, ...init });
	expect([answer.status, await read()]).toEqual([status, before]);
	expect(({} as { password?: string }).password).toBeUndefined();
});

test.each<[what: string, path: string, fields: [string, string][]]>([
	["is no JSON", "/users/login", [["_payload", "{nope"]]],
	["is nested 400 000 deep", "/users/login", [["_payload", "[".repeat(400_000) + "]".repeat(400_000)]]],
	[
		"has 300 000 lists behind a stray quote",
		"/media",
		[
			["x", '"'],
			["_payload", `{"a":[${"[],".repeat(300_000)}1]}`],
		],
	],
	[
		"is there twice",
		"/users/login",
		[
			["_payload", "{}"],
			["_payload", "{}"],
		],
	],
])("a form whose JSON %s is told so", async (_what, path, fields) => {
	expect((await keyturn.request(path, { method: "POST", body: asForm(...fields) })).status).toBe(400);
});

test.each(["page=-1", "page=-0.5", "where[constructor][equals]=1", "where[__proto__][equals]=1", "sort=__proto__"])(
	"a list asked with %s is no fault of ours",
	async (query) => {
		for (const as of [ops, casinoAdmin]) {
			expect((await keyturn.rest("GET", `/users?${query}`, { as })).status).toBeLessThan(500);
		}
	},
);

test.each([
	["/users/verify/abc", {}, 403],
	["/users/unlock", { email: "a@b.example" }, 403],
	["/users/reset-password", { token: null, password: goodPassword }, 400],
	["/users/reset-password", { token: { exists: false }, password: goodPassword }, 400],
	["/users/reset-password", { token: "x".repeat(43), password: goodPassword }, 404],
	["/users/login", { email: { exists: true }, password: goodPassword }, 400],
	["/users/forgot-password", { email: "a@b.example\nBcc: c@d.example" }, 400],
	["/invites/accept", { token: { length: 43 } }, 400],
])("nobody gets in by %s with %j", async (path, body, status) => {
	const answer = await keyturn.rest("POST", path, { body });
	expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
});

test("a file is served to whom it is for, in whatever part is asked for, and by no path", async () => {
	const file = { name: "../../../etc/pass\u202ewd.txt", type: "text/plain", data: "hello there" };
	const forged = { casino, shownName: "x\r\nSet-Cookie: a=b" };
	expect((await keyturn.rest("POST", "/media?depth=0", { as: ops, file, body: forged })).status).toBe(403);
	const body = { casino, url: "http://127.0.0.1:1/" };
	const made = await keyturn.rest("POST", "/media?depth=0", { as: ops, file, body });
	const { filename } = (made.body as { doc: { filename: string } }).doc;
	expect(filename).toMatch(/^[0-9a-f-]{36}\.txt$/);
	const path = `/media/file/${filename}`;
	const whole = await keyturn.rest("GET", path, { as: sponsor });
	expect(whole.body).toBe("hello there");
	expect(whole.headers.get("content-disposition")).not.toMatch(/[\r\n/\u202e]/);
	for (const range of ["bytes=0-4", "bytes=0-99999999999", "bytes=5-1", "bytes=0-0,2-3", "bytes=abc", "bytes=99-"]) {
		const part = await keyturn.rest("GET", path, { as: sponsor, headers: { range } });
		expect([range, [200, 206, 400, 416]]).toEqual([range, expect.arrayContaining([part.status])]);
		const refused = await keyturn.rest("GET", path, { as: stranger, headers: { range } });
		expect([range, refused.status]).toEqual([range, 404]);
	}
	for (const name of ["..%2f..%2fpackage.json", "..%5cpackage.json", "%00", "constructor"]) {
		const answer = await keyturn.rest("GET", `/media/file/${name}`, { as: ops });
		expect([name, [400, 403, 404]]).toEqual([name, expect.arrayContaining([answer.status])]);
	}
});
