import { expect, test } from "vitest";
import { refuseBadOverride } from "@/endpoints/refuseBadOverride";

const post = refuseBadOverride(async (request: Request) => new Response(await request.text()));
const ask = (body: string, headers: Record<string, string>) =>
	post(new Request("http://keyturn.example/api/users", { method: "POST", body, headers }));
const json = { "Content-Type": "application/json" };

test.each(["{", "", "where=x"])("a query by POST that is not JSON is refused: %j", async (body) => {
	const answer = await ask(body, { ...json, "X-Payload-HTTP-Method-Override": "GET" });
	expect([answer.status, await answer.json()]).toEqual([
		400,
		{
			errors: [
				{ code: "invalid_input", message: "body: is not JSON.", data: [{ path: "body", message: "is not JSON." }] },
			],
		},
	]);
});

test.each([
	['{"depth":0}', { ...json, "X-HTTP-Method-Override": "GET" }],
	["depth=0", { "Content-Type": "application/x-www-form-urlencoded", "X-HTTP-Method-Override": "GET" }],
	["{", json],
])("anything else is handed on with its body: %j", async (body, headers) => {
	expect(await (await ask(body, headers)).text()).toBe(body);
});
