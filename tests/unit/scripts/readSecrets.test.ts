import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecrets } from "../../../scripts/environment/readSecrets";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "keyturn-secrets-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const file = () => join(root, ".data/secrets.json");

/** What a refusal says, which must never be to throw the database away. */
function refusal(): string {
	try {
		readSecrets(root);
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error("It was not refused.");
}

function expectHelp(message: string): void {
	expect(message).toMatch(/Nothing was changed\. Put the file back from a copy .* or take it out of a backup/);
	expect(message).not.toMatch(/delete|remove|start over|\brm\b/i);
}

test("the first start makes secrets that only their owner may read, and later starts keep them", () => {
	const made = readSecrets(root);
	expect(readSecrets(root)).toEqual(made);
	expect(statSync(file()).mode & 0o777).toBe(0o600);
	expect(made.payloadSecret).toHaveLength(64);
	expect(made.stripeWebhookSecret).toMatch(/^whsec_/);
});

test("a missing file beside a database is refused, and nothing is written", () => {
	mkdirSync(join(root, ".data/postgres"), { recursive: true });
	writeFileSync(join(root, ".data/postgres/PG_VERSION"), "18\n");
	const message = refusal();
	expect(message).toContain(`secrets.json is missing, and the database in ${root}/.data/postgres opens with nothing`);
	expectHelp(message);
	expect(readdirSync(join(root, ".data"))).toEqual(["postgres"]);
});

test("what a first start left that was killed before it had a database does not stand in the way of the next", () => {
	mkdirSync(join(root, ".data/postgres.new"), { recursive: true });
	writeFileSync(join(root, ".data/secrets.json.new"), "half");
	expect(readSecrets(root).payloadSecret).toHaveLength(64);
});

test.each([
	["half written", '{"payloadSecret": "half', "is not whole: it is not JSON."],
	["empty", "", "is not whole: it is not JSON."],
	[
		"without a secret",
		'{"payloadSecret": "p", "stripeWebhookSecret": "", "postgresPassword": "d"}',
		"is not whole: it lacks stripeWebhookSecret.",
	],
	["something else", "null", "is not whole: it lacks payloadSecret, stripeWebhookSecret, postgresPassword."],
])("a file that is %s is refused, never replaced", (_what, content, problem) => {
	mkdirSync(join(root, ".data"));
	writeFileSync(file(), content);
	const message = refusal();
	expect(message).toContain(`secrets.json ${problem}`);
	expectHelp(message);
	expect(readFileSync(file(), "utf8")).toBe(content);
});

test("a file that cannot be read is refused", () => {
	mkdirSync(file(), { recursive: true });
	const message = refusal();
	expect(message).toContain("secrets.json cannot be read (EISDIR).");
	expectHelp(message);
});

test("the secrets of an earlier release stay, and get the passwords they lack", () => {
	const earlier = { payloadSecret: "p", stripeWebhookSecret: "w", postgresPassword: "d" };
	mkdirSync(join(root, ".data"));
	writeFileSync(file(), JSON.stringify(earlier));
	const secrets = readSecrets(root);
	expect(secrets).toMatchObject(earlier);
	expect(secrets.administratorPassword).toHaveLength(16);
	expect(secrets.applicationPassword).toHaveLength(48);
	expect(readSecrets(root)).toEqual(secrets);
});
