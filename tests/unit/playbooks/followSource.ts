import { describe, expect, it } from "vitest";
import { itemsOf, type PlaybookContent } from "@/domain/playbook/content";

/**
 * A part of a source document: how many lines it has there, counted by hand, and for each line in our words the items
 * that carry it.
 */
export type SourcePart = { part: string; lines: number; says: readonly (readonly [string, ...string[]])[] };

/**
 * Tests that a playbook leaves nothing of its source out and adds nothing unsaid.
 *
 * @param input.ours items that no line asks for, each with the reason that it is there all the same
 */
export function followSource(input: {
	playbook: PlaybookContent;
	source: readonly SourcePart[];
	ours: Readonly<Record<string, string>>;
}) {
	const { playbook, source, ours } = input;
	const keys = new Set(itemsOf(playbook).map(({ item }) => item.key));
	const carried = new Set(source.flatMap(({ says }) => says.flatMap(([, ...items]) => items)));

	describe(`${playbook.name} follows its source`, () => {
		it.each(source.map((part) => [part.part, part] as const))("%s: every line has its items", (_, { lines, says }) => {
			expect(says).toHaveLength(lines);
			expect(says.filter(([, ...items]) => items.length === 0)).toEqual([]);
			expect(says.flatMap(([, ...items]) => items).filter((key) => !keys.has(key))).toEqual([]);
		});

		it("has no item that neither the source nor a reason asks for", () => {
			expect([...keys].filter((key) => !carried.has(key)).toSorted()).toEqual(Object.keys(ours).toSorted());
		});
	});
}
