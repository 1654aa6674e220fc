import { isSameValue } from "./sameValue";

/** Two people gave one field different values. `base` is what both saw. */
export type Clash = { path: string; base: unknown; theirs: unknown; mine: unknown };
type Row = { id: string } & Record<string, unknown>;

/**
 * What becomes of a field that one person saves after another: who did not touch it leaves it as it stands. Groups are
 * compared field by field and lists row by row, so that changes to different parts both stay.
 *
 * @returns the value to save, and where both changed the same thing to something else
 */
export function mergeEdit(sides: Clash): { value: unknown; clashes: Clash[] } {
	const { base, theirs, mine } = sides;
	if (isSameValue(mine, theirs) || isSameValue(mine, base)) return { value: theirs, clashes: [] };
	if (isSameValue(theirs, base)) return { value: mine, clashes: [] };
	if (isRows(base) && isRows(theirs) && isRows(mine)) return mergeRows(sides.path, base, theirs, mine);
	if (isGroup(base) && isGroup(theirs) && isGroup(mine)) return mergeGroup(sides.path, base, theirs, mine);
	return { value: mine, clashes: [sides] };
}

type Group = Record<string, unknown>;

function mergeGroup(path: string, base: Group, theirs: Group, mine: Group) {
	const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
	const clashes: Clash[] = [];
	const value: Group = {};
	for (const name of names) {
		// A part that was not sent was not changed.
		const sent = name in mine ? mine[name] : base[name];
		const part = mergeEdit({ path: `${path}.${name}`, base: base[name], theirs: theirs[name], mine: sent });
		value[name] = part.value;
		clashes.push(...part.clashes);
	}
	return { value, clashes };
}

function mergeRows(path: string, base: Row[], theirs: Row[], mine: Row[]) {
	const [was, is, sent] = [byId(base), byId(theirs), byId(mine)];
	const clashes: Clash[] = [];
	const merge = (row: Row, index: number) => {
		const part = mergeEdit({ path: `${path}.${index}`, base: was.get(row.id), theirs: is.get(row.id), mine: row });
		clashes.push(...part.clashes);
		return part.value;
	};
	const kept = mine.map((row, index) => (is.has(row.id) || was.has(row.id) ? merge(row, index) : row));
	const added = theirs.filter(({ id }) => !was.has(id) && !sent.has(id));
	// Rows that were taken out here and changed there.
	for (const row of theirs) {
		const before = was.get(row.id);
		if (before && !sent.has(row.id) && !isSameValue(row, before)) {
			clashes.push({ path, base: before, theirs: row, mine: undefined });
		}
	}
	return { value: [...kept.filter((row) => row !== undefined), ...added], clashes };
}

const byId = (rows: Row[]) => new Map(rows.map((row) => [row.id, row]));

function isGroup(value: unknown): value is Group {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRows(value: unknown): value is Row[] {
	return Array.isArray(value) && value.every((row) => isGroup(row) && typeof row.id === "string");
}
