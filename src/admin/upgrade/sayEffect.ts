import { counted, listed } from "@/domain/inWords";
import type { Fate, SaidDifference } from "@/domain/playbook/sayDifference";

const effects: [Fate, (items: string) => string][] = [
	["added", (items) => `${items} added`],
	["changed", (items) => `${items} changed`],
	["removed", (items) => `${items} taken away`],
];

/** What is done to a plan, in a few words: “3 items added and 1 item taken away; 2 items that are done stay as they are”. */
export function sayEffect({ items }: SaidDifference): string {
	const done = items.kept.length + items.retired.length;
	const acts = effects
		.filter(([fate]) => items[fate].length > 0)
		.map(([fate, say]) => say(counted(items[fate].length, "item")));
	const said = acts.length > 0 ? listed(acts) : "no open item touched";
	if (done === 0) return said;
	return `${said}; ${counted(done, "item that is", "items that are")} done ${done === 1 ? "stays as it is" : "stay as they are"}`;
}
