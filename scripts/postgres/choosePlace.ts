import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, chooseAccount } from "./chooseAccount";
import { homesOf } from "./homesOf";
import { locateBinaries } from "./locateBinaries";

/** Where PostgreSQL's program and data stand, and whom it runs as. */
export type Place = { account: Account; binaries: string; home: string };

/**
 * Chooses `.data` in the repository. When root cloned it where the account that runs PostgreSQL may not enter (such as
 * /root), program and data stand under /var/lib/keyturn instead.
 * @param root the repository
 * @param say is told, once, that the data stands elsewhere
 */
export function choosePlace(root: string, say: (line: string) => void = () => {}): Place {
	const account = chooseAccount();
	const binaries = locateBinaries();
	const [home, elsewhere] = homesOf(root);
	makeEnterable(home);
	if (account.uid === undefined || canReach(account, home, join(binaries, "bin/postgres"))) {
		return { account, binaries, home };
	}
	makeEnterable(elsewhere);
	const copied = copyBinaries(binaries, join(elsewhere, "program"));
	if (!canReach(account, elsewhere, join(copied, "bin/postgres"))) {
		throw new Error(
			`The user that PostgreSQL runs as can enter neither ${home} nor ${elsewhere}: clone into a folder that all users may enter, or set DATABASE_URL.`,
		);
	}
	if (!existsSync(join(elsewhere, "postgres"))) {
		say(`Only root may enter ${root}, and PostgreSQL does not run as root: its data stands in ${elsewhere}.`);
	}
	return { account, binaries: copied, home: elsewhere };
}

function makeEnterable(folder: string): void {
	mkdirSync(folder, { recursive: true });
	if (process.getuid?.() === 0) chmodSync(folder, 0o755);
}

function canReach(account: Account, ...paths: string[]): boolean {
	return paths.every(
		(path) => spawnSync("/bin/sh", ["-c", 'test -x "$0"', path], { ...account, cwd: "/" }).status === 0,
	);
}

function copyBinaries(from: string, to: string): string {
	const stamp = `${to}.stamp`;
	const version = readFileSync(join(from, "../package.json"), "utf8");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return to;
	rmSync(to, { recursive: true, force: true });
	cpSync(from, to, { recursive: true, verbatimSymlinks: true });
	spawnSync("chmod", ["-R", "a+rX", to]);
	writeFileSync(stamp, version);
	return to;
}
