import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "src/operations/.lint-test");

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(line: string): string {
	const file = join(folder, "call.ts");
	writeFileSync(file, `${line}\n`);
	const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
	const run = spawnSync(process.execPath, [biome, "lint", "--reporter=json", file], { cwd: root, encoding: "utf8" });
	return run.stdout + run.stderr;
}

const refusal = "Name whose authority this call has";

test.each([
	`await payload.find({ collection: "casinos" });`,
	`await req.payload.create({ collection: "casinos", data: {} });`,
	`await this.payload.updateGlobal({ slug: "settings", data: {}, overrideAccess: true });`,
])("a Local API call that names no authority does not pass lint: %s", (line) => {
	expect(lint(line)).toContain(refusal);
});

test.each([
	`await payload.find({ collection: "casinos", ...asUser(req) });`,
	`await req.payload.delete({ collection: "casinos", id, ...asSystem(req, "a reason") });`,
	`await payload.find({ collection: "casinos", ...system });`,
	`await payload.db.find({});`,
	`await ledger.find({});`,
])("this passes: %s", (line) => {
	expect(lint(line)).not.toContain(refusal);
});
