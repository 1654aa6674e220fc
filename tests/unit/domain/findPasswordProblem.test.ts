import { expect, test } from "vitest";
import { findPasswordProblem } from "@/domain/findPasswordProblem";

const email = "ada@casino.example";

test.each(["seven brass keys turn", "correct-horse", "пароль из слов", "🎰🎲🃏🎯🎰🎲🃏🎯🎰🎲🃏🎯"])(
	"%s will do",
	(password) => {
		expect(findPasswordProblem(password, email)).toBeNull();
	},
);

test.each([
	["", "at least 12"],
	["eleven char", "at least 12"],
	["🎰🎲🃏🎯🎰🎲🃏🎯", "This has 8"],
	[" Ada@Casino.Example ", "e-mail"],
	["aaaaaaaaaaaaaaaa", "same few"],
	["x1y2".repeat(51), "at most 200"],
])("“%s” will not", (password, word) => {
	expect(findPasswordProblem(password, email)).toContain(word);
});
