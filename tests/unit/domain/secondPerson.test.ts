import { describe, expect, it, test } from "vitest";
import { type Account, findMailbox, findSecondPersonProblem } from "@/domain/secondPerson";

const account = (id: string, email = `${id}@example.com`, ...behind: Account["behind"][number][]): Account => ({
	id,
	email,
	behind,
});
const problemOf = (first: Account | null, second: Account) =>
	findSecondPersonProblem({ first, second, pairAfterHours: 24 });

const ada = account("ada");
const ben = account("ben");

describe("the second person", () => {
	it("is somebody else", () => {
		expect(problemOf(ada, ben)).toBeNull();
	});

	test.each([
		["who asked", ada, ada, "You asked for this."],
		["anybody, while the first is not on record", null, ben, "Nobody is on record"],
		["the first under a tag", ada, account("other", "ADA+2@Example.com"), "differ by a tag"],
		["who created the first's account", account("eve", "eve@example.com", ada), ada, "created by the other"],
		["whom the first created", ada, account("eve", "eve@example.com", ada), "created by the other"],
		[
			"another account of the first's creator",
			account("eve", "eve@example.com", ada),
			account("fay", "fay@example.com", ada),
			"both by one person",
		],
		[
			"an account created by a tagged address of the first",
			ada,
			account("eve", "eve@example.com", { id: "x", email: "ada+x@example.com" }),
			"created by the other",
		],
	])("is not %s", (_who, first, second, words) => {
		expect(problemOf(first, second)).toContain(words);
	});
});

test.each([
	["Finance+2@Example.com", "finance@example.com"],
	["a.b+c@gmail.com", "ab@gmail.com"],
	["a.b@googlemail.com", "ab@gmail.com"],
	["a.b@example.com", "a.b@example.com"],
	['"odd@name"+x@example.com', '"odd@name"@example.com'],
])("%s is the mailbox %s", (email, mailbox) => {
	expect(findMailbox(email)).toBe(mailbox);
});
