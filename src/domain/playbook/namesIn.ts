/** What a field of a playbook may name: its phases, its items, or those of its items that are decisions. */
export type Nameable = "phases" | "items" | "decisions";

type Word = string | null;
/** A playbook as it is being written: anything may be missing still. An empty list may stand there as the number of its rows. */
type Unfinished = {
	phases?:
		| { key?: Word; name?: Word; items?: { key?: Word; title?: Word; kind?: Word }[] | number | null }[]
		| number
		| null;
};

/** What there is to name in it, in its order. What has no key yet cannot be named. */
export function namesIn({ phases }: Unfinished, what: Nameable): { value: string; label: string }[] {
	const all = listOf(phases);
	const items = all.flatMap((phase) => listOf(phase.items));
	const named = {
		phases: all.map(({ key, name }) => ({ key, title: name })),
		items,
		decisions: items.filter(({ kind }) => kind === "decision"),
	}[what];
	return named.flatMap(({ key, title }) => (key ? [{ value: key, label: title ? `${title} (${key})` : key }] : []));
}

const listOf = <Row>(rows: Row[] | number | null | undefined): Row[] => (Array.isArray(rows) ? rows : []);
