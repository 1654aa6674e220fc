import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chooseNode } from "../../../scripts/bootstrap/chooseNode.mjs";
import { isPatched, patchedNode } from "../../../scripts/bootstrap/patchedNode.mjs";

let root: string;
const own = () => join(root, "machine/node");
const pinned = () => join(root, "node_modules/node/bin/node");
const list = Object.values(patchedNode).join(", ");

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "keyturn-node-"));
	place(pinned(), "24.21.0");
	// As in a script that npm runs: this process is the pinned one, the machine's own is the one that runs npm.
	vi.spyOn(process, "execPath", "get").mockReturnValue(pinned());
	vi.stubEnv("npm_node_execpath", own());
	vi.stubEnv("PATH", "");
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true });
});

/** A program that says it is this Node.js. */
function place(path: string, version: string): void {
	mkdirSync(join(path, ".."), { recursive: true });
	writeFileSync(path, `#!/bin/sh\necho ${version}\n`);
	chmodSync(path, 0o755);
}

function choose(): { path: string; warnings: string[] } {
	const warnings: string[] = [];
	const path = chooseNode(root, (line: string) => void warnings.push(line));
	return { path, warnings };
}

test.each([
	["24.22.3", true],
	["24.22.2", false],
	["24.21.0", false],
	["24.100.0", true],
	["22.23.5", true],
	["22.23.4", false],
	["22.9.9", false],
	["26.13.0", true],
	["20.20.2", false],
	["25.9.0", false],
	["", false],
])("%s is patched: %s", (version, expected) => {
	expect(isPatched(version)).toBe(expected);
});

test("the machine's own Node.js is used when it is patched, without a word", () => {
	place(own(), "24.22.3");
	expect(choose()).toEqual({ path: own(), warnings: [] });
});

test("one that is not gives way to the pinned one, and one line says what both lack", () => {
	place(own(), "20.20.2");
	expect(choose()).toEqual({
		path: pinned(),
		warnings: [
			`This machine's Node.js 20.20.2 is not at or above a patched version (${list}). Running on the pinned 24.21.0, which lacks the latest security fixes too: install a newer one.`,
		],
	});
});

test("a pinned one that is patched is not complained of", () => {
	place(own(), "20.20.2");
	place(pinned(), "24.22.3");
	const { warnings } = choose();
	expect(warnings).toEqual([
		`This machine's Node.js 20.20.2 is not at or above a patched version (${list}). Running on the pinned 24.22.3.`,
	]);
});

test("the machine's own is found on the path, behind the pinned one that npm puts there", () => {
	place(own(), "24.23.0");
	vi.stubEnv("npm_node_execpath", pinned());
	vi.stubEnv("PATH", `${join(pinned(), "..")}:${join(own(), "..")}`);
	expect(choose().path).toBe(own());
});

test("without the pinned one a machine's own that is new enough stands in; one that is too old is refused", () => {
	rmSync(pinned());
	place(own(), "22.10.0");
	expect(choose()).toMatchObject({ path: own(), warnings: [expect.stringContaining("install a newer one")] });
	place(own(), "20.20.2");
	expect(choose).toThrow(/20\.20\.2 is too old to stand in: install Node\.js 22\.23\.5, 24\.22\.3, 26\.12\.1 or newer/);
});
