import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig } from "payload";
import { idOf } from "@/access/actorOf";
import { reviewPlansOfCasino } from "@/operations/plan/reviewPlansOfCasino";

type Change = Pick<Parameters<CollectionAfterChangeHook & CollectionAfterDeleteHook>[0], "doc" | "req">;

const review = async ({ doc, req }: Change): Promise<void> => {
	// Nothing is under way at a casino that a record does not name: some risks concern the vendor alone.
	const casinoId = idOf(doc.casino);
	if (casinoId) await reviewPlansOfCasino({ req, casinoId });
};

/**
 * The hooks of a collection, with the plans of the row's casino looked at again after each change and each deletion: criteria,
 * dates and health hang on it. Whoever writes many rows at once does that by SQL and reviews once.
 */
export function reviewPlanOf(hooks: CollectionConfig["hooks"] = {}): NonNullable<CollectionConfig["hooks"]> {
	return {
		...hooks,
		afterChange: [...(hooks.afterChange ?? []), review],
		afterDelete: [...(hooks.afterDelete ?? []), review],
	};
}
