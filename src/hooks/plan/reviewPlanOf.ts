import type {
	CollectionAfterChangeHook,
	CollectionAfterDeleteHook,
	CollectionBeforeChangeHook,
	CollectionBeforeDeleteHook,
	CollectionConfig,
} from "payload";
import { idOf } from "@/access/actorOf";
import { lockPlansOfCasino } from "@/operations/plan/lockPlansOfCasino";
import { isReviewedLater } from "@/operations/plan/reviewLater";
import { reviewPlansOfCasino } from "@/operations/plan/reviewPlansOfCasino";
import { findCasinoOf } from "@/operations/tenancy/findCasinoOf";
import type { Slug } from "@/slugs";

type Change = Pick<Parameters<CollectionAfterChangeHook & CollectionAfterDeleteHook>[0], "doc" | "req">;

const review = async ({ doc, req }: Change): Promise<void> => {
	if (isReviewedLater(req)) return;
	// Nothing is under way at a casino that a record does not name: some risks concern the vendor alone.
	const casinoId = idOf(doc.casino);
	if (casinoId) await reviewPlansOfCasino({ req, casinoId });
};

/**
 * The plans are locked before a row is made or deleted: it names, or is named by, others that somebody who holds a plan may be
 * about to change, and of two who take them in different orders each waits for the other.
 */
const lockForNew: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
	const casinoId = operation === "create" && !isReviewedLater(req) ? idOf(data.casino) : null;
	if (casinoId) await lockPlansOfCasino({ req, casinoId });
	return data;
};

const lockForDeletion: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
	const casinoId = await findCasinoOf({ req, collection: collection.slug as Slug, id: String(id) });
	if (casinoId) await lockPlansOfCasino({ req, casinoId });
};

/**
 * The hooks of a collection, with the plans of the row's casino looked at again after each change and each deletion: criteria,
 * dates and health hang on it. Whoever writes many rows at once does that by SQL and reviews once.
 */
export function reviewPlanOf(hooks: CollectionConfig["hooks"] = {}): NonNullable<CollectionConfig["hooks"]> {
	return {
		...hooks,
		beforeChange: [...(hooks.beforeChange ?? []), lockForNew],
		beforeDelete: [...(hooks.beforeDelete ?? []), lockForDeletion],
		afterChange: [...(hooks.afterChange ?? []), review],
		afterDelete: [...(hooks.afterDelete ?? []), review],
	};
}
