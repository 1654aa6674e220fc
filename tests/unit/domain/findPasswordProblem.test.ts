import { expect, test } from "vitest";
import { findPasswordProblem } from "@/domain/findPasswordProblem";

const ada = { email: "ada.lovelace@brassroom.example", name: "Ada King" };

test.each([
	"seven brass keys turn",
	"correct-horse",
	"keyturn opens doors",
	"пароль из слов",
	"🎰🎲🃏🎯🎱🎳🎸🎹🎺🎻🎼🎷",
])("%s will do", (password) => {
	expect(findPasswordProblem(password, ada)).toBeNull();
});

test.each([
	["", "at least 12"],
	["eleven char", "at least 12"],
	["🎰🎲🃏🎯🎰🎲🃏🎯", "This has 8"],
	[" Ada.Lovelace@Brassroom.Example ", "e-mail"],
	["aaaaaaaaaaaaaaaa", "same few"],
	["x1y2".repeat(51), "at most 200"],
	["123456789012", "row of digits"],
	["abcdefghijkl", "row of digits"],
	["qwertyuiopas", "row of digits"],
	["1111222233334444", "row of digits"],
	["letmeinletmein", "again and again"],
	["Keyturn12345", "“keyturn”"],
	["lovelace-2026", "“lovelace”"],
	["!Brassroom!1!", "“brassroom”"],
	["King&king&King1", "“king”"],
])("“%s” will not", (password, word) => {
	expect(findPasswordProblem(password, ada)).toContain(word);
});
