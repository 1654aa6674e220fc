import { existsSync } from "node:fs";
import { join } from "node:path";

const contracts = join(import.meta.dirname, "../../../shared/contracts");

/** What vendors publish about their APIs lies beside the repository, not in it: the folder of one vendor, or null. */
export function findContracts(vendor: string): string | null {
	const folder = join(contracts, vendor);
	if (existsSync(folder)) return folder;
	process.stdout.write(`· The contracts of ${vendor} are not beside the repository: tests against them are skipped.\n`);
	return null;
}
