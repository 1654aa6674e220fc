import { printTable } from "@/domain/printTable";
import { type ClosedRule, closedRecords } from "./closedRecords";
import { matrix } from "./matrix";
import { reasonedMoves } from "./reasonedMoves";

const introduction = `# Closed records

Printed from \`src/access/closedRecords.ts\` and \`src/access/reasonedMoves.ts\`; a test keeps this page current. Do not edit it.

A closed field is not changed by anybody, on any way in: a plain or bulk update, the form, an import, a restored version, a deletion.
The system still writes: settlement, provisioning and the plan follow facts. How edits of one record by two people are compared, and how
terms are amended, is in [0025](decisions/0025-closed-records-amendments-and-compared-edits.md).`;

const reasons = `## Moves that ask for a reason

Sent as \`statusReason\` with the move. Another move empties it. Acts with a route of their own take their \`reason\` there: amending,
reopening, waiving, overriding, approving and rejecting, voiding, recording a payment or refund, undoing, skipping, revoking an invitation,
dismissing a held payment.`;

/** What closes when, as a Markdown page, for the documentation. */
export function printClosedRecords(): string {
	const rows = Object.entries(closedRecords).flatMap(([slug, rules]) => rules.map((rule) => rowOf(slug, rule)));
	const written = Object.entries(matrix)
		.filter(([, { allow }]) => allow.update.length === 0)
		.map(([slug]) => `\`${slug}\``);
	const moves = Object.entries(reasonedMoves).flatMap(([slug, list]) =>
		list.map(({ from, to }) => ({ record: `\`${slug}\``, from: from ?? "any", to })),
	);
	return `${[
		introduction,
		printTable(rows),
		`Nobody updates these; they are written by the system and by acts of their own: ${written.join(", ")}. On \`checklist-items\` a person writes assignee and note, in any state.`,
		reasons,
		printTable(moves),
	].join("\n\n")}\n`;
}

function rowOf(slug: string, { of, in: states, fields, fillable = [], refusesNew, instead }: ClosedRule) {
	const named = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
	const closed = !("allBut" in fields)
		? named(fields)
		: fields.allBut.length > 0
			? `all but ${named(fields.allBut)}`
			: "all";
	return {
		record: `\`${slug}\``,
		"closed by": `${of === "self" ? "" : `the ${of}: `}${states.join(", ")}`,
		fields: `${closed}${refusesNew ? "; no new ones" : ""}`,
		"may still be filled in": named(fillable),
		instead,
	};
}
