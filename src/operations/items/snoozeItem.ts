import type { PayloadRequest } from "payload";
import { isSettled } from "@/domain/playbook/itemStatus";
import { Conflict, InvalidInput } from "@/errors";
import { changeItem } from "./changeItem";
import { findItem } from "./findItem";

/**
 * Puts an item off to a later date, with the reason; null takes it back to the date of the plan. In the caller's transaction.
 * @param input.until ISO 8601
 * @throws InvalidInput on a date that has passed; Conflict on an item that is settled
 */
export async function snoozeItem(input: {
	req: PayloadRequest;
	itemId: string;
	until: string | null;
	reason: string;
}): Promise<{ dueAt: string | null }> {
	const { req, until, reason } = input;
	if (until !== null && Date.parse(until) <= Date.now()) {
		throw new InvalidInput([{ path: "until", message: "Choose a date that is still to come." }]);
	}
	const item = await findItem(input);
	if (isSettled(item.status)) throw new Conflict("This item is settled: there is nothing to put off.");
	await changeItem({
		req,
		item,
		action: "item.put_off",
		assignments: "snoozed_to = $2::timestamptz, snooze_reason = $3",
		values: [until, until === null ? null : reason],
		after: { status: item.status, until },
		reason,
	});
	return { dueAt: until };
}
