import type { PlaybookContent } from "./content";
import { isSettled } from "./itemStatus";
import { placesOf } from "./placesOf";
import type { UpgradePlan } from "./planUpgrade";

/** What makes a criterion bind: where it stands, what it asks for, of whom, and what has to be shown. */
const binding: ReadonlySet<string> = new Set([
	"phase",
	"kind",
	"criterion",
	"condition",
	"evidence",
	"responsible",
	"accountable",
]);

/**
 * The exit criteria of a running onboarding that a newer version would take away or bind otherwise while they are not met.
 *
 * @param from the version that the onboarding is pinned to
 */
export function findAtStake(from: PlaybookContent, plan: UpgradePlan): { key: string; title: string }[] {
	const touched = [
		...plan.removed,
		...plan.changed
			.filter(({ fields }) => fields.some(({ field }) => binding.has(field)))
			.map(({ item, status }) => ({ key: item.key, status })),
	];
	const old = placesOf(from);
	return touched.flatMap(({ key, status }) => {
		const item = old.get(key)?.item;
		return item?.kind === "exit_criterion" && !isSettled(status) ? [{ key, title: item.title }] : [];
	});
}
