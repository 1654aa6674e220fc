import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateImportMap, getPayload } from "payload";
import { generateTypes } from "payload/node";
import { buildEnvironment } from "./environment/buildEnvironment.mjs";

const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "keyturn-generated-"));
// Beside the real one: the paths inside are relative to where it stands.
const scratchMap = join(root, "src/app/(payload)/admin/importMap.check.js");
const problems: string[] = [];

function compare(generated: string, committed: string, command: string): void {
	const current = existsSync(join(root, committed)) ? readFileSync(join(root, committed), "utf8").trim() : "";
	if (readFileSync(generated, "utf8").trim() !== current) problems.push(`${committed} is out of date: ${command}`);
}

// The last check ends the process itself when it finds nothing to do; the verdict is given on the way out.
process.on("exit", () => {
	rmSync(scratch, { recursive: true, force: true });
	rmSync(scratchMap, { force: true });
	for (const problem of problems) process.stderr.write(`${problem}\n`);
	if (problems.length > 0) process.exitCode = 1;
});

Object.assign(process.env, buildEnvironment);
const { default: configPromise } = await import("@payload-config");
const config = await configPromise;

process.env.PAYLOAD_TS_OUTPUT_PATH = join(scratch, "types.ts");
await generateTypes(config, { log: false });
compare(join(scratch, "types.ts"), "src/payload-types.ts", "npm run generate");

config.admin.importMap.importMapFile = scratchMap;
await generateImportMap(config, { force: true, log: false });
compare(scratchMap, "src/app/(payload)/admin/importMap.js", "npm run generate");

process.env.PAYLOAD_MIGRATING = "true";
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true });
payload.logger.level = "silent";
payload.db.migrationDir = join(scratch, "migrations");
cpSync(join(root, "src/migrations"), payload.db.migrationDir, { recursive: true });
await payload.db.createMigration({ payload, migrationName: "check", skipEmpty: true });
problems.push("src/migrations lacks a migration: npm run migrate:create -- <name>");
process.exit(1);
