import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../src/admin");

/** The classes that a sheet lays out by themselves, not inside of something else. */
const classesOf = (sheet: string) =>
	new Set([...readFileSync(join(root, sheet), "utf8").matchAll(/^\.(kt-[a-z-]+)\s*[,{]/gm)].map((match) => match[1]));

test("every class is laid out in one sheet: the built admin panel loads all of them on every page", () => {
	const sheets = globSync("**/*.css", { cwd: root });
	const owners = new Map<string, string[]>();
	for (const sheet of sheets) {
		for (const name of classesOf(sheet)) owners.set(name ?? "", [...(owners.get(name ?? "") ?? []), sheet]);
	}
	expect(owners.size).toBeGreaterThan(50);
	expect([...owners].filter(([, those]) => those.length > 1)).toEqual([]);
});
