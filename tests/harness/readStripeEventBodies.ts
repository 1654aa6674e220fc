import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findContracts } from "./findContracts";

/** Whole Stripe events that other projects wrote down, of several API versions; none when the contracts are absent. */
export function readStripeEventBodies(): { file: string; body: string }[] {
	const folder = findContracts("stripe-events");
	if (folder === null) return [];
	const rows = readFileSync(join(folder, "SOURCE.md"), "utf8").matchAll(/^\| (\S+\.json) \|.*\| event \|/gm);
	return [...rows].map(([, file = ""]) => ({ file, body: readFileSync(join(folder, file), "utf8") }));
}
