import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecrets } from "../../../scripts/environment/readSecrets";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "keyturn-secrets-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("the first start makes secrets that only their owner may read, and later starts keep them", () => {
	const made = readSecrets(root);
	expect(readSecrets(root)).toEqual(made);
	expect(statSync(join(root, ".data/secrets.json")).mode & 0o777).toBe(0o600);
	expect(made.payloadSecret).toHaveLength(64);
	expect(made.stripeWebhookSecret).toMatch(/^whsec_/);
});

test("a damaged file is refused, never replaced", () => {
	readSecrets(root);
	writeFileSync(join(root, ".data/secrets.json"), '{"payloadSecret": "half');
	expect(() => readSecrets(root)).toThrow(/secrets\.json cannot be read/);
});

test("the secrets of an earlier release stay, and get the passwords they lack", () => {
	const earlier = { payloadSecret: "p", stripeWebhookSecret: "w", postgresPassword: "d" };
	mkdirSync(join(root, ".data"));
	writeFileSync(join(root, ".data/secrets.json"), JSON.stringify(earlier));
	const secrets = readSecrets(root);
	expect(secrets).toMatchObject(earlier);
	expect(secrets.administratorPassword).toHaveLength(16);
	expect(readSecrets(root)).toEqual(secrets);
});
