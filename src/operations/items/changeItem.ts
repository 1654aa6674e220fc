import type { PayloadRequest } from "payload";
import type { ItemStatus } from "@/domain/playbook/itemStatus";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { reviewPlan } from "../plan/reviewPlan";
import type { FoundItem } from "./findItem";

/**
 * Writes what a person did to an item, with its line in the record, and reviews the plan that it is part of. In the
 * caller's transaction, with the onboarding locked (`findItem`).
 *
 * @param input.assignments SQL of the row; `values` are its parameters, from $2 on
 */
export async function changeItem(input: {
	req: PayloadRequest;
	item: FoundItem;
	action: string;
	assignments: string;
	values: readonly unknown[];
	after: Record<string, unknown> & { status: ItemStatus };
	reason: string | null;
}): Promise<void> {
	const { req, item, action, assignments, values, after, reason } = input;
	const sql = await sqlOf(req);
	await sql(`UPDATE checklist_items SET ${assignments}, updated_at = now() WHERE id = $1::uuid`, [item.id, ...values]);
	await recordAutomation({
		req,
		action,
		collection: slug.checklistItems,
		document: item.id,
		casino: item.casinoId,
		before: { status: item.status },
		after: { item: item.key, ...after },
		reason,
	});
	await reviewPlan({ req, onboardingId: item.onboardingId });
}
