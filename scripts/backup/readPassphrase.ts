import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

const shortest = 12;

/**
 * The passphrase of a backup: from BACKUP_PASSPHRASE, a file, or asked for. Never from the command line, where everybody on the
 * machine could read it.
 * @param input.isNew asked twice: what was mistyped would never open again
 */
export async function readPassphrase(input: { file: string | undefined; isNew: boolean }): Promise<string> {
	const passphrase = await findPassphrase(input);
	if (passphrase.length < shortest) throw new Error(`The passphrase must be at least ${shortest} characters.`);
	return passphrase;
}

async function findPassphrase({ file, isNew }: { file: string | undefined; isNew: boolean }): Promise<string> {
	if (file) {
		if (!existsSync(file)) throw new Error(`There is no file ${file} with a passphrase.`);
		return readFileSync(file, "utf8").replace(/\r?\n$/, "");
	}
	if (process.env.BACKUP_PASSPHRASE) return process.env.BACKUP_PASSPHRASE;
	if (!process.stdin.isTTY) throw new Error("Set BACKUP_PASSPHRASE, or name a file: --passphrase-file FILE.");
	const first = await ask("Passphrase: ");
	if (isNew && (await ask("The same once more: ")) !== first) throw new Error("The two are not the same.");
	return first;
}

/** What is typed is not shown. */
async function ask(question: string): Promise<string> {
	process.stdout.write(question);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
	try {
		return await lines.question("");
	} finally {
		lines.close();
		process.stdout.write("\n");
	}
}
