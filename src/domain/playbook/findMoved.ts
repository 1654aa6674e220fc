/**
 * The keys that stand in another order to the rest: the fewest whose removal leaves both lists in the same order. Where
 * several choices are as few, that of the keys that stay is alphabetical, so that it does not matter which list is
 * first. What is in one list only did not move.
 */
export function findMoved(before: readonly string[], after: readonly string[]): Set<string> {
	const placeAfter = new Map(after.map((key, place) => [key, place]));
	const shared = before
		.map((key) => ({ key, place: placeAfter.get(key) }))
		.filter((each): each is { key: string; place: number } => each.place !== undefined);
	/** How many can stay from each on, itself included. */
	const stays = shared.map(() => 1);
	for (let at = shared.length - 1; at >= 0; at--) {
		for (let next = at + 1; next < shared.length; next++) {
			const isInOrder = (shared[at]?.place ?? 0) < (shared[next]?.place ?? 0);
			if (isInOrder) stays[at] = Math.max(stays[at] ?? 1, 1 + (stays[next] ?? 1));
		}
	}
	const moved = new Set(shared.map(({ key }) => key));
	let last = { at: -1, place: -1 };
	for (let length = Math.max(0, ...stays); length > 0; length--) {
		const [first] = shared
			.map(({ key, place }, at) => ({ key, place, at }))
			.filter(({ at, place }) => at > last.at && place > last.place && stays[at] === length)
			.sort((one, other) => (one.key < other.key ? -1 : 1));
		if (!first) break;
		moved.delete(first.key);
		last = first;
	}
	return moved;
}
