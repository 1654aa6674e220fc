import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "./describeMachine";
import type { Row } from "./result";

/** One row as text: the target, both sides, the ratio, the verdict. */
export function printRow({ name, target, figures, ratio, isMet, method }: Row): void {
	const lines = [
		"",
		`${isMet ? "met    " : "NOT MET"}  ${name}`,
		`         target   ${target}`,
		...Object.entries(figures).map(([what, figure]) => `         ${what.padEnd(24)} ${figure}`),
		...(ratio === null ? [] : [`         ${"ratio".padEnd(24)} ${ratio.toFixed(2)}`]),
		`         ${method}`,
	];
	process.stdout.write(`${lines.join("\n")}\n`);
}

export function writeResults(results: { machine: Machine; rows: Row[] }): void {
	const file = join(import.meta.dirname, "../../docs/benchmarks.json");
	const measuredAt = new Date().toISOString();
	writeFileSync(file, `${JSON.stringify({ measuredAt, ...results }, null, "\t")}\n`);
}
