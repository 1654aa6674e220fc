import type {
	CollectionAfterChangeHook,
	CollectionAfterDeleteHook,
	CollectionBeforeChangeHook,
	CollectionBeforeDeleteHook,
	CollectionBeforeOperationHook,
	CollectionConfig,
	PayloadRequest,
} from "payload";
import { idOf } from "@/access/actorOf";
import { isRecordId } from "@/domain/isRecordId";
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
 * The plans are locked before a row is made, locked for its change or deleted: it names, or is named by, others that somebody
 * who holds a plan may be about to change, and of two who take them in different orders each waits for the other.
 */
const lockForChange: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
	const id: unknown = operation === "update" && "id" in args ? args.id : null;
	if (typeof id === "string" && isRecordId(id)) await lockPlansOf({ req, collection: collection.slug as Slug, id });
	return args;
};

const lockForNew: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
	const casinoId = operation === "create" && !isReviewedLater(req) ? idOf(data.casino) : null;
	if (casinoId) await lockPlansOfCasino({ req, casinoId });
	return data;
};

const lockForDeletion: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
	await lockPlansOf({ req, collection: collection.slug as Slug, id: String(id) });
};

async function lockPlansOf(row: { req: PayloadRequest; collection: Slug; id: string }): Promise<void> {
	if (isReviewedLater(row.req)) return;
	const casinoId = await findCasinoOf(row);
	if (casinoId) await lockPlansOfCasino({ req: row.req, casinoId });
}

/**
 * The hooks of a collection, with the plans of the row's casino looked at again after each change and each deletion: criteria,
 * dates and health hang on it. Whoever writes many rows at once does that by SQL and reviews once.
 */
export function reviewPlanOf(hooks: CollectionConfig["hooks"] = {}): NonNullable<CollectionConfig["hooks"]> {
	return {
		...hooks,
		beforeOperation: [...(hooks.beforeOperation ?? []), lockForChange],
		beforeChange: [...(hooks.beforeChange ?? []), lockForNew],
		beforeDelete: [...(hooks.beforeDelete ?? []), lockForDeletion],
		afterChange: [...(hooks.afterChange ?? []), review],
		afterDelete: [...(hooks.afterDelete ?? []), review],
	};
}
