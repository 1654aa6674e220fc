import { expect, test } from "vitest";
import { findInputProblem } from "@/errors/findInputProblem";

/** As Payload hands on what PostgreSQL said. */
const fromDatabase = (code: string, message: string, more: object = {}) =>
	new Error("Failed query", { cause: Object.assign(new Error(message), { severity: "ERROR", code, ...more }) });

test.each([
	[
		"22P02",
		'invalid input syntax for type uuid: "x"',
		{ query: { where: { id: { in: "y,x" } } } },
		"where.id.in",
		"is not an id.",
	],
	[
		"22P02",
		'invalid input value for enum enum_status: "sold"',
		{ data: { status: "sold" } },
		"status",
		"is not one of its values.",
	],
	[
		"22007",
		'invalid input syntax for type timestamp with time zone: "x"',
		{ data: { a: { at: "x" } } },
		"a.at",
		"is not a date.",
	],
	[
		"22003",
		'value "99999999999" is out of range for type integer',
		{ data: { n: 99_999_999_999 } },
		"n",
		"is out of range.",
	],
	[
		"22021",
		'invalid byte sequence for encoding "UTF8": 0x00',
		{ query: { where: {} } },
		"where",
		"contains a character that cannot be stored.",
	],
	[
		"42883",
		"operator does not exist: timestamp ~~* unknown",
		{ query: { where: {} } },
		"where",
		expect.stringContaining("compares"),
	],
])("%s is told at the field that was sent: %s", (code, said, request, path, message) => {
	expect(findInputProblem(fromDatabase(code, said), request)).toEqual({ path, message });
});

test("nothing in a field that needs a value is the sender's fault only where they sent nothing", () => {
	const error = fromDatabase("23502", 'null value in column "created_at"', { column: "created_at" });
	expect(findInputProblem(error, { data: { createdAt: null } })).toEqual({ path: "createdAt", message: "is needed." });
	expect(findInputProblem(error, { data: { name: "x" } })).toBeNull();
});

test("an address that cannot be read is told, and every other error is ours", () => {
	expect(findInputProblem(new URIError("URI malformed"), {})).toMatchObject({ path: "address" });
	expect(findInputProblem(new TypeError("x is not a function"), {})).toBeNull();
	expect(findInputProblem(fromDatabase("42P01", 'relation "x" does not exist'), { query: { where: {} } })).toBeNull();
	expect(findInputProblem(fromDatabase("40001", "could not serialize"), {})).toBeNull();
});
