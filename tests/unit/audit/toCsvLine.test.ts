import { expect, it } from "vitest";
import { toCsvLine } from "@/audit/toCsvLine";

it("leaves plain cells as they are, and nothing empty", () => {
	expect(toCsvLine(["a", null, "", "1.5", "é b"])).toBe("a,,,1.5,é b\n");
});

it("quotes what would break the line", () => {
	expect(toCsvLine([`a,b`, `say "x"`, "two\nlines", "cr\rx"])).toBe(`"a,b","say ""x""","two\nlines","cr\rx"\n`);
});

it.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1"])("makes %j text to a spreadsheet", (cell) => {
	const [first] = toCsvLine([cell, "next"]).replace(/^"/, "").split(",");
	expect(first?.startsWith(`'${cell[0]}`)).toBe(true);
});

it.each(["a=b", "1-2", " =1", "x@y"])("leaves %j, which is none", (cell) => {
	expect(toCsvLine([cell])).toBe(`${cell}\n`);
});
