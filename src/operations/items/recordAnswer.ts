import type { PayloadRequest } from "payload";
import { Conflict } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import type { FoundItem } from "./findItem";

/** Decisions whose choice is a fact of the onboarding that conditions ask for, and its column. */
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
	await writeChoice(sql, item, choice);
	if (item.key !== agreementKey) return;
	const agreed = await sql(
		`UPDATE onboardings SET agreed_go_live_at = go_live_at, updated_at = now() WHERE id = $1::uuid AND go_live_at IS NOT NULL RETURNING id`,
		[item.onboardingId],
	);
	if (agreed.length === 0) throw new Conflict("There is no go-live date yet. Set one first.");
}

/** Takes out of the onboarding what was answered: nothing that asks for it holds any longer. */
export async function withdrawAnswer({ req, item }: { req: PayloadRequest; item: FoundItem }): Promise<void> {
	const sql = await sqlOf(req);
	await writeChoice(sql, item, null);
	if (item.key === agreementKey) {
		await sql("UPDATE onboardings SET agreed_go_live_at = NULL, updated_at = now() WHERE id = $1::uuid", [
			item.onboardingId,
		]);
	}
}

async function writeChoice(sql: Sql, item: FoundItem, choice: string | null): Promise<void> {
	const column = item.kind === "decision" ? chosenFacts[item.key] : undefined;
	if (!column) return;
	await sql(`UPDATE onboardings SET ${column} = $2, updated_at = now() WHERE id = $1::uuid`, [
		item.onboardingId,
		choice,
	]);
}
