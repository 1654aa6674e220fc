import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../src/admin");

/** The blocks (of `kt-plan__head`, `kt-plan`) that a sheet lays out by themselves, not inside of something else. */
const blocksOf = (sheet: string) =>
	new Set(
		[...readFileSync(join(root, sheet), "utf8").matchAll(/^\.(kt-[a-z-]+?)(?:(?:__|--)[a-z-]+)?\s*[,{]/gm)].map(
			([, block]) => block ?? "",
		),
	);

test("every block is laid out in one sheet: the built admin panel loads all of them on every page", () => {
	const sheets = globSync("**/*.css", { cwd: root });
	const owners = new Map<string, string[]>();
	for (const sheet of sheets) {
		for (const block of blocksOf(sheet)) owners.set(block, [...(owners.get(block) ?? []), sheet]);
	}
	expect(owners.size).toBeGreaterThan(50);
	expect([...owners].filter(([, those]) => those.length > 1)).toEqual([]);
});
