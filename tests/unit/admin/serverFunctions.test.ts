import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { requireServerFunction, serverFunctionNames } from "@/admin/serverFunctions";

const vendor = async () => true;

test("the functions are those that Payload has", () => {
	const entry = createRequire(import.meta.url).resolve("@payloadcms/next/layouts");
	const source = readFileSync(path.join(path.dirname(entry), "../utilities/handleServerFunctions.js"), "utf8");
	const table = /const baseServerFunctions = \{([\s\S]*?)\n\};/.exec(source)?.[1] ?? "";
	const names = [...table.matchAll(/^\s*'?([a-z-]+)'?:/gm)].map(([, name]) => name);
	expect(names).toEqual([...serverFunctionNames]);
});

test.each([
	"constructor",
	"__proto__",
	"toString",
	"hasOwnProperty",
	"valueOf",
	"",
	"no-such",
	null,
	7,
	["form-state"],
])("%j is no function, for the vendor either", async (name) => {
	await expect(requireServerFunction(name, vendor)).rejects.toMatchObject({ status: 403 });
});

test("customers and nobody call none of them", async () => {
	for (const name of serverFunctionNames) {
		await expect(requireServerFunction(name, async () => false)).rejects.toMatchObject({ status: 403 });
		await requireServerFunction(name, vendor);
	}
});
