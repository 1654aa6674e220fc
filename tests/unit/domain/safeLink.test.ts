import { expect, test } from "vitest";
import { isWebLink, safeLink } from "@/domain/safeLink";

test.each(["https://a.example/x?y#z", "http://10.0.0.1:80", "mailto:ada@a.example", "HTTPS://A.example"])(
	"%s may be followed",
	(link) => {
		expect(safeLink(link)).toBe(link);
	},
);

test.each([
	"javascript:alert(1)",
	" JaVaScRiPt:alert(1)",
	"java\nscript:alert(1)",
	"data:text/html,<script>",
	"vbscript:x",
	"file:///etc/passwd",
	"//a.example",
	"a.example",
	"",
	null,
	7,
])("%j may not", (link) => {
	expect(safeLink(link)).toBeNull();
});

test.each([
	["https://a.example/x y", true],
	["HTTP://a.example:8080", true],
	["mailto:ada@a.example", false],
	["https://", false],
	["https://[a.example", false],
	["a.example", false],
])("that %j is an address of the web is %s", (link, isIt) => {
	expect(isWebLink(link)).toBe(isIt);
});
