import { printTable } from "@/domain/printTable";
import { bodyLimits, jsonLimits } from "./bodyLimits";
import { limits, queryLimits, quotas, streamLimits, vendorQuota } from "./limits";

/** The limits as the documentation's page. */
export function printLimits(): string {
	return `${[
		"# Limits",
		"Printed from `src/operations/limits` by a test; change it there. A limit that is reached is told in words, with when to try again.",
		"## Bodies",
		table(
			["kind", "bytes at most", "seconds to arrive", "bytes held by one process together", "of one address"],
			Object.entries(bodyLimits).map(([kind, { bytes, seconds, held, share }]) => [kind, bytes, seconds, held, share]),
		),
		`\`upload\` is \`multipart/form-data\` to \`/api/media\`; everything else is \`plain\`. JSON is nested at most ${jsonLimits.depth} levels and has at most ${jsonLimits.values} values. Answers: 413 too large, 408 too slow, 415 with a \`Content-Encoding\`, 503 when too much is held.`,
		"## Attempts",
		table(
			["counter", "tries", "within seconds"],
			Object.entries(limits).map(([name, { points, seconds }]) => [name, points, seconds]),
		),
		"## Quotas",
		`An hour, for one person of a customer and for all people of one casino. The vendor's people: ${vendorQuota.points} of each kind an hour.`,
		table(
			["kind", "a person", "a casino", "what"],
			Object.entries(quotas).map(([name, { person, casino, what }]) => [name, person, casino, what]),
		),
		"## Live pages",
		`One web process holds ${streamLimits.all}, of which ${streamLimits.vendorReserve} are kept for the vendor's people.`,
		table(
			["who", "a session", "a person", "a casino"],
			[
				["customers", streamLimits.customer.session, streamLimits.customer.person, streamLimits.customer.casino],
				["the vendor's", streamLimits.vendor.session, streamLimits.vendor.person, ""],
			],
		),
		"## Lists",
		table(
			["of one request", "at most"],
			[
				["rows, for the vendor's people", queryLimits.rows.vendor],
				["rows, for everybody else", queryLimits.rows.others],
				["conditions", queryLimits.conditions],
				["levels of nesting", queryLimits.depth],
				["values of one comparison", queryLimits.values],
				["fields to sort by", queryLimits.sorts],
				["fields selected", queryLimits.fields],
			],
		),
	].join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
	return printTable(rows.map((row) => Object.fromEntries(head.map((name, column) => [name, String(row[column])]))));
}
