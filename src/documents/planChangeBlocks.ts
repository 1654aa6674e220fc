import type { PlanChangePacket } from "@/domain/decisions/packet";
import { counted } from "@/domain/inWords";
import type { SaidChange } from "@/domain/playbook/sayChange";
import { type Fate, fates, type SaidItem, type SaidPhase } from "@/domain/playbook/sayDifference";
import { type Block, grey } from "./pdf/block";

const fateWords: Record<Fate, string> = {
	added: "Added",
	changed: "Changed while open",
	removed: "Taken away, done by nobody",
	kept: "Done before, kept in the words they were done in",
	retired: "Done before, kept although the playbook no longer has them",
};

/** The difference that was reviewed before another version was applied. */
export function planChangeBlocks({ from, to, difference }: PlanChangePacket): Block[] {
	const { playbook, phases, items } = difference;
	return [
		{ kind: "text", text: `Version ${from} of the playbook was replaced by version ${to}.` },
		...table("The playbook", playbook.map(sayField)),
		...table("Phases", phases.map(sayPhase)),
		...fates.flatMap((fate) =>
			table(`${fateWords[fate]} (${counted(items[fate].length, "item")})`, items[fate].map(sayItem)),
		),
	];
}

function table(heading: string, rows: [string, string][]): Block[] {
	if (rows.length === 0) return [];
	return [
		{ kind: "heading", text: heading },
		{ kind: "table", columns: [3.5, 6.5], rows: rows.map(([what, how]) => [what, { text: how, colour: grey }]) },
	];
}

const sayField = ({ field, before, after }: SaidChange): [string, string] => [
	field,
	`${before ?? "none"} → ${after ?? "none"}`,
];
const sayFields = (changes: readonly SaidChange[]) => changes.map((change) => sayField(change).join(": ")).join("\n");
const sayPhase = ({ name, fate, changes }: SaidPhase): [string, string] => [name, sayFields(changes) || fate];
const sayItem = ({ title, phase, changes }: SaidItem): [string, string] => [title, sayFields(changes) || phase];
