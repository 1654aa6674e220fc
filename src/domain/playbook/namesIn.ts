import { itemsOf, type PlaybookContent } from "./content";

/** What a field of a playbook may name: its phases, its items, or those of its items that are decisions. */
export type Nameable = "phases" | "items" | "decisions";

/** What there is to name in a playbook that is being written, in its order. What has no key yet cannot be named. */
export function namesIn(content: PlaybookContent, what: Nameable): { value: string; label: string }[] {
	const items = itemsOf(content).map(({ item }) => item);
	const named = {
		phases: content.phases.map(({ key, name }) => ({ key, title: name })),
		items,
		decisions: items.filter(({ kind }) => kind === "decision"),
	}[what];
	return named.flatMap(({ key, title }) => (key ? [{ value: key, label: title ? `${title} (${key})` : key }] : []));
}
