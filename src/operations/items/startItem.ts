import type { PayloadRequest } from "payload";
import { itemTransitions } from "@/domain/playbook/itemStatus";
import { assertTransition } from "@/domain/transition";
import { changeItem } from "./changeItem";
import { findItem } from "./findItem";
import { refuseComputed } from "./refuseComputed";

/** Says that somebody is at work on an item; it becomes theirs when it is nobody's. In the caller's transaction. */
export async function startItem(input: { req: PayloadRequest; itemId: string }): Promise<{ status: "in_progress" }> {
	const { req } = input;
	const item = await findItem(input);
	if (item.status === "in_progress") return { status: "in_progress" };
	refuseComputed(req, item);
	assertTransition({ noun: "item", table: itemTransitions, from: item.status, to: "in_progress" });
	await changeItem({
		req,
		item,
		action: "item.started",
		assignments:
			"status = 'in_progress', started_at = coalesce(started_at, now()), assignee_id = coalesce(assignee_id, $2::uuid)",
		values: [req.user?.id ?? null],
		after: { status: "in_progress" },
		reason: null,
	});
	return { status: "in_progress" };
}
