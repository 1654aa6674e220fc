import type { PayloadRequest } from "payload";
import { isDayOver } from "@/domain/calendar/day";
import { isSettled } from "@/domain/playbook/itemStatus";
import { Conflict, InvalidInput } from "@/errors";
import { changeItem } from "./changeItem";
import { findItem } from "./findItem";

/**
 * Puts an item off to a later date, with the reason; null takes it back to the date of the plan. In the caller's transaction.
 * @param input.until a day
 * @throws InvalidInput on a day that is over; Conflict on an item that is settled
 */
export async function snoozeItem(input: {
	req: PayloadRequest;
	itemId: string;
	until: string | null;
	reason: string;
}): Promise<{ dueAt: string | null }> {
	const { req, until, reason } = input;
	const item = await findItem(input);
	if (isDayOver(until, item.today)) {
		throw new InvalidInput([{ path: "until", message: "Choose a day that is not over." }]);
	}
	if (isSettled(item.status)) throw new Conflict("This item is settled: there is nothing to put off.");
	await changeItem({
		req,
		item,
		action: "item.put_off",
		assignments: "snoozed_to = $2::date, snooze_reason = $3",
		values: [until, until === null ? null : reason],
		after: { status: item.status, until },
		reason,
	});
	return { dueAt: until };
}
