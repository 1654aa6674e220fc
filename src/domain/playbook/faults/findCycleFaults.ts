import { type Prerequisite, prerequisitesOf } from "../prerequisitesOf";
import type { PlacedItem, PlaybookFault } from "./placeItems";

/**
 * Items that wait for one another in a circle, so that none can ever begin: each circle once, at the first of its items
 * and the field through which that one waits. An item that names itself is another rule's matter.
 */
export function findCycleFaults(items: readonly PlacedItem[]): PlaybookFault[] {
	const links = new Map(
		items.map(({ item }): [string, Prerequisite[]] => [
			item.key,
			prerequisitesOf(item).filter(({ key }) => key !== item.key),
		]),
	);
	const named = new Set<string>();
	return items.flatMap(({ item, fault }) => {
		if (named.has(item.key)) return [];
		const circle = findWayBack(item.key, links);
		const [first] = circle;
		if (!first) return [];
		for (const { key } of circle) named.add(key);
		const keys = [item.key, ...circle.map(({ key }) => key)].map((key) => `“${key}”`).join(", which waits for ");
		return [fault(first.field, `can never begin: ${keys}; remove one of these links.`)];
	});
}

/** The shortest way from an item through what it waits for back to itself; empty when there is none. */
function findWayBack(start: string, links: ReadonlyMap<string, readonly Prerequisite[]>): Prerequisite[] {
	const cameBy = new Map<string, { from: string; link: Prerequisite }>();
	const ahead = [start];
	for (const from of ahead) {
		for (const link of links.get(from) ?? []) {
			if (cameBy.has(link.key)) continue;
			cameBy.set(link.key, { from, link });
			ahead.push(link.key);
		}
	}
	const way: Prerequisite[] = [];
	for (let step = cameBy.get(start); step; step = step.from === start ? undefined : cameBy.get(step.from)) {
		way.unshift(step.link);
	}
	return way;
}
