import { comparePlaybooks, type FieldChange } from "./comparePlaybooks";
import type { PlaybookContent, PlaybookItem } from "./content";
import type { ItemStatus } from "./itemStatus";
import { type ItemPlace, placesOf } from "./placesOf";

export type RunningItem = { key: string; status: ItemStatus };

type Placed = { phase: string; position: number; item: PlaybookItem };

/** What applying a newer version does to a running onboarding. Positions are those of the newer version. */
export type UpgradePlan = {
	/** Written as open items. */
	added: Placed[];
	/** Takes the new words and rules; what is open stays as open as it was. */
	changed: (Placed & { status: ItemStatus; fields: FieldChange[] })[];
	/** Settled, though it reads differently now: keeps its words, its state and its evidence, which proved those words. */
	kept: (Placed & { status: ItemStatus; fields: FieldChange[] })[];
	/** Taken away: nobody has done it. */
	removed: RunningItem[];
	/** No longer in the playbook but settled: stays with its evidence, marked as retired. */
	retired: RunningItem[];
};

/** Work that is not lost whatever a newer version says. What was not needed is nobody's work. */
const isWork = (status: ItemStatus) => status === "done" || status === "waived";

/**
 * The reviewed difference of two versions, seen from one onboarding. Its items are bound by their keys; those that
 * neither version knows (its own, or retired earlier) are left alone, and one that the newer version knows again comes
 * back into it.
 *
 * @param from the version that the onboarding is pinned to
 * @param items all it has
 */
export function planUpgrade(input: {
	from: PlaybookContent;
	to: PlaybookContent;
	items: readonly RunningItem[];
}): UpgradePlan {
	const { from, to, items } = input;
	const [old, now] = [placesOf(from), placesOf(to)];
	const running = new Map(items.map((item) => [item.key, item]));
	const changes = new Map(comparePlaybooks(from, to).changed.map(({ key, fields }) => [key, fields]));
	const touched = [...now.values()].flatMap((place) => {
		const item = running.get(place.item.key);
		const fields = changes.get(place.item.key);
		const isBack = !old.has(place.item.key);
		return item && (fields || isBack) ? [{ ...placed(place), status: item.status, fields: fields ?? [] }] : [];
	});
	const dropped = items.filter(({ key }) => old.has(key) && !now.has(key));
	return {
		added: [...now.values()].filter(({ item }) => !running.has(item.key)).map(placed),
		changed: touched.filter(({ status }) => !isWork(status)),
		kept: touched.filter(({ status }) => isWork(status)),
		removed: dropped.filter(({ status }) => !isWork(status)),
		retired: dropped.filter(({ status }) => isWork(status)),
	};
}

const placed = ({ item, phase, position }: ItemPlace): Placed => ({ item, phase, position });
