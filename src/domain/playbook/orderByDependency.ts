/**
 * The nodes 0…count−1, each after those it waits for. In a circle the first goes ahead as if it waited for nothing:
 * there always is an order, and it is the same every time.
 *
 * @param awaitedBy what a node waits for
 */
export function orderByDependency(count: number, awaitedBy: (node: number) => readonly number[]): number[] {
	const nodes = Array.from({ length: count }, (_, node) => node);
	const waiting = nodes.map((node) => new Set(awaitedBy(node).filter((other) => other !== node)).size);
	const dependents: number[][] = nodes.map(() => []);
	for (const node of nodes) {
		for (const awaited of new Set(awaitedBy(node))) if (awaited !== node) dependents[awaited]?.push(node);
	}
	const isTaken = nodes.map(() => false);
	const order: number[] = [];
	const take = (first: number) => {
		const free = [first];
		for (let node = free.pop(); node !== undefined; node = free.pop()) {
			if (isTaken[node]) continue;
			isTaken[node] = true;
			order.push(node);
			for (const dependent of dependents[node] ?? []) {
				waiting[dependent] = (waiting[dependent] ?? 0) - 1;
				if (waiting[dependent] === 0) free.push(dependent);
			}
		}
	};
	for (const node of nodes.filter((each) => waiting[each] === 0)) take(node);
	for (const node of nodes) take(node);
	return order;
}
