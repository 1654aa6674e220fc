import { expect, it } from "vitest";
import { toCsvLine } from "@/audit/toCsvLine";

it("leaves plain cells as they are, and nothing empty", () => {
	expect(toCsvLine(["a", null, "", "1.5", "é b"])).toBe("a,,,1.5,é b\n");
});

it("quotes what would break the line", () => {
	expect(toCsvLine([`a,b`, `say "x"`, "two\nlines", "cr\rx"])).toBe(`"a,b","say ""x""","two\nlines","cr\rx"\n`);
});

it.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1", " =1", "\u00a0+1", '"=1'])(
	"makes %j text to a spreadsheet",
	(cell) => {
		const [first] = toCsvLine([cell, "next"]).replace(/^"/, "").split(",");
		expect(first?.startsWith(`'${cell.replaceAll('"', '""').slice(0, 1)}`)).toBe(true);
	},
);

it.each(["a=b", "1-2", "x@y", "a, -b", "two\n- points"])("leaves %j, which is none", (cell) => {
	expect(toCsvLine([cell]).replaceAll('"', "")).toBe(`${cell}\n`);
});

it.each([
	["a;=1", `"a;'=1"\n`],
	["a; =1;+2", `"a; '=1;'+2"\n`],
	["a\t@x", `"a\t'@x"\n`],
	['a;"=1', `"a;""'=1"\n`],
	["a;b", `"a;b"\n`],
])("makes what stands behind a separator of another language text too: %j", (cell, line) => {
	expect(toCsvLine([cell])).toBe(line);
});
