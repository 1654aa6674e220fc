import { inspect } from "node:util";
import { expect, test } from "vitest";
import { logOptions } from "@/errors/logOptions";

const secret = "ada@casino.example";

function databaseError(): Error {
	const cause = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), {
		severity: "ERROR",
		code: "22P02",
		detail: `Key (email)=(${secret}) already exists.`,
		where: `unnamed portal parameter $1 = '${secret}'`,
	});
	const message = `Failed query: insert into "users" values ($1)\nparams: ${secret}`;
	return Object.assign(new Error(message, { cause }), { query: "insert", params: [secret] });
}

/** What reaches the log of what somebody logs. */
function logged(...args: unknown[]): string {
	let written: unknown[] = [];
	logOptions.hooks.logMethod.call(null, args, (...passed: unknown[]) => {
		written = passed;
	});
	return inspect(written, { depth: 10, showHidden: true });
}

test.each([
	["alone", [databaseError()]],
	["beside words", [{ err: databaseError(), msg: "It failed" }]],
	["as another's cause", [{ err: new Error("outer", { cause: databaseError() }) }]],
	["under another name", [{ error: databaseError() }, "It failed"]],
])("a database error %s is logged without its values", (_how, args) => {
	const text = logged(...args);
	expect(text).toContain("Failed query: insert into");
	expect(text).not.toContain(secret);
});

test("what failed and where is still told", () => {
	const text = logged({ err: databaseError() });
	expect(text).toContain("Failed query: insert into");
	expect(text).toContain("redactForLog.test.ts");
	expect(logged(new Error(`plain ${secret}`))).toContain(secret);
});
