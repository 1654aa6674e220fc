import type {
	CollectionAfterChangeHook,
	CollectionAfterDeleteHook,
	CollectionBeforeChangeHook,
	CollectionBeforeOperationHook,
	CollectionConfig,
} from "payload";
import { idOf } from "@/access/actorOf";
import { isRecordId } from "@/domain/isRecordId";
import { type BulkArguments, findMatching } from "@/operations/edits/findMatching";
import { lockPlansOfCasino, lockPlansOfRows } from "@/operations/plan/lockPlansOfCasino";
import { isReviewedLater } from "@/operations/plan/reviewLater";
import { reviewPlansOfCasino } from "@/operations/plan/reviewPlansOfCasino";
import type { Slug } from "@/slugs";

type Change = Pick<Parameters<CollectionAfterChangeHook & CollectionAfterDeleteHook>[0], "doc" | "req">;

/** Alone where nothing but the deletion of a row is looked at. */
export const reviewPlanAfter = async ({ doc, req }: Change): Promise<void> => {
	if (isReviewedLater(req)) return;
	// Nothing is under way at a casino that a record does not name: some risks concern the vendor alone.
	const casinoId = idOf(doc.casino);
	if (casinoId) await reviewPlansOfCasino({ req, casinoId });
};

/**
 * The plans are locked before a row is made, locked for its change or deleted: it names, or is named by, others that somebody
 * who holds a plan may be about to change, and of two who take them in different orders each waits for the other.
 */
const lockForChange: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
	if ((operation !== "update" && operation !== "delete") || isReviewedLater(req)) return args;
	const slug = collection.slug as Slug;
	const id: unknown = "id" in args ? args.id : null;
	const ids =
		typeof id === "string" ? [id] : await findMatching({ req, collection: slug, args: args as BulkArguments });
	const known = ids.filter(isRecordId);
	if (known.length > 0) await lockPlansOfRows({ req, collection: slug, ids: known });
	return args;
};

const lockForNew: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
	const casinoId = operation === "create" && !isReviewedLater(req) ? idOf(data.casino) : null;
	if (casinoId) await lockPlansOfCasino({ req, casinoId });
	return data;
};

/**
 * The hooks of a collection, with the plans of the row's casino looked at again after each change and each deletion: criteria,
 * dates and health hang on it. Whoever writes many rows at once does that by SQL and reviews once.
 */
export function reviewPlanOf(hooks: CollectionConfig["hooks"] = {}): NonNullable<CollectionConfig["hooks"]> {
	return {
		...hooks,
		beforeOperation: [...(hooks.beforeOperation ?? []), lockForChange],
		beforeChange: [...(hooks.beforeChange ?? []), lockForNew],
		afterChange: [...(hooks.afterChange ?? []), reviewPlanAfter],
		afterDelete: [...(hooks.afterDelete ?? []), reviewPlanAfter],
	};
}
