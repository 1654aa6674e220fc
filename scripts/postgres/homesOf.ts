import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The folders in which the embedded PostgreSQL's data may stand: `.data` of the repository, or, where the account that runs
 * PostgreSQL may not enter it, one of the machine.
 */
export function homesOf(root: string): [own: string, elsewhere: string] {
	const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
	return [join(root, ".data"), join("/var/lib/keyturn", name)];
}

/** The data directory of the embedded server, where there is one. */
export function findDataDirectory(root: string): string | undefined {
	return homesOf(root)
		.map((home) => join(home, "postgres"))
		.find((directory) => existsSync(join(directory, "PG_VERSION")));
}
