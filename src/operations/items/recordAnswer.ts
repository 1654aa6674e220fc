import type { PayloadRequest } from "payload";
import { Conflict } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import type { FoundItem } from "./findItem";

/** Items whose choice is a fact of the onboarding that conditions ask for, and its column. */
const chosenFacts: Readonly<Record<string, string>> = { region: "region", data_mode: "data_mode" };

/** The item by which the sponsor says yes to the date that is promised then: another date needs another yes. */
const agreementKey = "agree_go_live";

/**
 * Writes an answer that conditions and criteria ask for into the onboarding.
 * @throws Conflict on an agreement to a date that nobody has set
 */
export async function recordAnswer(input: {
	req: PayloadRequest;
	item: FoundItem;
	choice: string | null;
}): Promise<void> {
	const { req, item, choice } = input;
	const sql = await sqlOf(req);
	const column = chosenFacts[item.key];
	if (column) {
		await sql(`UPDATE onboardings SET ${column} = $2, updated_at = now() WHERE id = $1::uuid`, [
			item.onboardingId,
			choice,
		]);
	}
	if (item.key !== agreementKey) return;
	const agreed = await sql(
		`UPDATE onboardings SET agreed_go_live_at = go_live_at, updated_at = now() WHERE id = $1::uuid AND go_live_at IS NOT NULL RETURNING id`,
		[item.onboardingId],
	);
	if (agreed.length === 0) throw new Conflict("There is no go-live date yet. Set one first.");
}
