import type { PayloadRequest } from "payload";
import { isAcceptanceItem } from "@/domain/acceptance";
import { itemTransitions } from "@/domain/playbook/itemStatus";
import { assertTransition } from "@/domain/transition";
import { Conflict } from "@/errors";
import { changeItem } from "./changeItem";
import { findItem } from "./findItem";
import { withdrawAnswer } from "./recordAnswer";
import { refuseComputed } from "./refuseComputed";

/**
 * Takes a tick back, with what was answered by it and the reason; what proved it stands in the record. In the caller's transaction.
 * @throws Conflict when its phase is closed, or when it ticks itself
 */
export async function reopenItem(input: {
	req: PayloadRequest;
	itemId: string;
	reason: string;
}): Promise<{ status: "open" }> {
	const { req, reason } = input;
	const item = await findItem(input);
	if (item.status === "open") return { status: "open" };
	refuseComputed(req, item);
	if (isAcceptanceItem(item)) throw new Conflict("This item follows records; it opens automatically.", "ticks_itself");
	if (item.phaseStatus === "closed") throw new Conflict(`The phase “${item.phaseName}” is closed.`, "phase_closed");
	assertTransition({ noun: "item", table: itemTransitions, from: item.status, to: "open" });
	await withdrawAnswer({ req, item });
	await changeItem({
		req,
		item,
		action: "item.reopened",
		assignments: `status = 'open', done_at = NULL, done_by_id = NULL, choice = NULL, proof_value = NULL, proof_link = NULL,
			proof_file_id = NULL, signed_name = NULL, is_signer_unproved = false`,
		values: [],
		after: { status: "open" },
		reason,
	});
	return { status: "open" };
}
