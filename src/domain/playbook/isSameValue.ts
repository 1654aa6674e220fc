/** Whether two JSON values say the same. The order of an object's members says nothing: the database keeps its own. */
export function isSameValue(one: unknown, other: unknown): boolean {
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const [members, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
	return (
		members.size === others.size &&
		[...members].every(([name, value]) => others.has(name) && isSameValue(value, others.get(name)))
	);
}
