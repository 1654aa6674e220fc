import { comparePlaybooks, type FieldChange } from "./comparePlaybooks";
import type { PlaybookContent } from "./content";
import { placesOf } from "./placesOf";
import type { UpgradePlan } from "./planUpgrade";
import { type Names, type SaidChange, sayChange } from "./sayChange";

/**
 * What becomes of an item. `kept` and `retired` are those of a running onboarding that are done: they stay as they are,
 * the second because the playbook no longer has them.
 */
export const fates = ["added", "changed", "removed", "kept", "retired"] as const;
export type Fate = (typeof fates)[number];

/** `phase` is the phase's name. */
export type SaidItem = { key: string; title: string; phase: string; changes: SaidChange[] };
export type SaidPhase = { key: string; name: string; fate: "added" | "changed" | "removed"; changes: SaidChange[] };

/** A difference of two versions of a playbook, as people read it: every value in words, every key by its name. */
export type SaidDifference = {
	/** Of the playbook itself. */
	playbook: SaidChange[];
	phases: SaidPhase[];
	items: Record<Fate, SaidItem[]>;
};

type Touched = { key: string; fields: readonly FieldChange[] };

/**
 * @param input.plan what becomes of a running onboarding's items; without it only the versions are compared
 */
export function sayDifference(input: {
	from: PlaybookContent;
	to: PlaybookContent;
	plan?: UpgradePlan;
}): SaidDifference {
	const { from, to, plan } = input;
	const difference = comparePlaybooks(from, to);
	const names = { before: namesIn(from, to), after: namesIn(to, from) };
	const changes = (fields: readonly FieldChange[]) => fields.map((change) => sayChange(change, names));
	const placesNow = placesOf(to);
	const placesBefore = placesOf(from);
	const said = ({ key, fields }: Touched): SaidItem => {
		const place = placesNow.get(key) ?? placesBefore.get(key);
		const phase = place ? names.after.phase(place.phase) : "";
		return { key, title: place?.item.title ?? key, phase, changes: changes(fields) };
	};
	const { added, removed, changed } = difference.phases;
	const phases = (rows: readonly { key: string; name: string; fields?: FieldChange[] }[], fate: SaidPhase["fate"]) =>
		rows.map(({ key, name, fields = [] }) => ({ key, name, fate, changes: changes(fields) }));
	const touched = plan ? touchedIn(plan) : { ...bareIn(difference), kept: [], retired: [] };
	return {
		playbook: changes(difference.fields),
		phases: [...phases(added, "added"), ...phases(changed, "changed"), ...phases(removed, "removed")],
		items: {
			added: touched.added.map(said),
			changed: touched.changed.map(said),
			removed: touched.removed.map(said),
			kept: touched.kept.map(said),
			retired: touched.retired.map(said),
		},
	};
}

/** Whether there is nothing to tell. */
export function isSame({ playbook, phases, items }: SaidDifference): boolean {
	return playbook.length === 0 && phases.length === 0 && fates.every((fate) => items[fate].length === 0);
}

const bare = ({ key }: { key: string }): Touched => ({ key, fields: [] });

function bareIn({ added, changed, removed }: ReturnType<typeof comparePlaybooks>) {
	return { added: added.map(bare), changed, removed: removed.map(bare) };
}

function touchedIn({ added, changed, kept, removed, retired }: UpgradePlan): Record<Fate, Touched[]> {
	const placed = ({ item, fields }: UpgradePlan["changed"][number]) => ({ key: item.key, fields });
	return {
		added: added.map(({ item }) => bare(item)),
		changed: changed.map(placed),
		kept: kept.map(placed),
		removed: removed.map(bare),
		retired: retired.map(bare),
	};
}

/** What things are called in one version; what it does not have is called as in the other. */
function namesIn(content: PlaybookContent, other: PlaybookContent): Names {
	const titles = new Map([...placesOf(other), ...placesOf(content)].map(([key, { item }]) => [key, item.title]));
	const phases = new Map([...other.phases, ...content.phases].map(({ key, name }) => [key, name]));
	return { item: (key) => titles.get(key) || key, phase: (key) => phases.get(key) || key };
}
