import { itemsOf, type PlaybookContent, type PlaybookItem } from "./content";

/** Where an item stands: `position` in the playbook counts from 0, `inPhase` from 1. */
export type ItemPlace = { item: PlaybookItem; phase: string; position: number; inPhase: number };

/** Every item's place by its key, in the playbook's order. */
export function placesOf(content: PlaybookContent): Map<string, ItemPlace> {
	return new Map(
		itemsOf(content).map(({ item, phase, position }) => [
			item.key,
			{ item, phase: phase.key, position, inPhase: phase.items.indexOf(item) + 1 },
		]),
	);
}
