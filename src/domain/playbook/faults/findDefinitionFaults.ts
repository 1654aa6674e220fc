import type { PlaybookContent } from "../content";
import type { PlacedItem, PlaybookFault, Registers } from "./placeItems";

/** Whether the definition of done says when an onboarding is over: lines that each name what shows it, all of it there. */
export function findDefinitionFaults(
	content: PlaybookContent,
	items: readonly PlacedItem[],
	registers: Registers,
): PlaybookFault[] {
	const lines = content.definitionOfDone ?? [];
	if (lines.length === 0) {
		const message = "The definition of done has no line; say what must be true before an onboarding is completed.";
		return [{ path: "definitionOfDone", message }];
	}
	const keys = new Set(items.map(({ item }) => item.key));
	return lines.flatMap(({ line, criteria, items: named }, index) => {
		const fault = (field: string, what: string): PlaybookFault => ({
			path: `definitionOfDone.${index}.${field}`,
			message: `Line “${line || index + 1}” of the definition of done ${what}`,
		});
		return [
			...(line.trim() === "" ? [fault("line", "says nothing; write what must be true.")] : []),
			...(criteria.length + named.length === 0
				? [fault("criteria", "names nothing that shows it; choose a criterion or an item.")]
				: []),
			...criteria
				.filter((name) => !registers.criteria.includes(name))
				.map((name) => fault("criteria", `names the unknown criterion “${name}”; choose another.`)),
			...named
				.filter((key) => !keys.has(key))
				.map((key) => fault("items", `names “${key}”, which is no item's key; name one that is.`)),
		];
	});
}
