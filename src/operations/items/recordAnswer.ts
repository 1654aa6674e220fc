import type { PayloadRequest } from "payload";
import { type GateStandard, gateStandards } from "@/domain/gate";
import { Conflict, InvalidInput } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import type { FoundItem } from "./findItem";

/** Decisions whose choice is a fact of the onboarding that conditions ask for, and its column. */
const chosenFacts: Readonly<Record<string, string>> = { region: "region", data_mode: "data_mode" };

/** The decision that says what the gate asks for: the onboarding's field and its answer are one fact. */
const standardKey = "gate_standard";

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
	if (item.kind === "decision" && item.key === standardKey) await setStandard(req, item, choice);
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
	// Undecided, the gate asks for the payment, as of every new onboarding.
	if (item.kind === "decision" && item.key === standardKey && item.choice) await setStandard(req, item, "paid");
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

async function setStandard(req: PayloadRequest, item: FoundItem, choice: string | null): Promise<void> {
	const standard = gateStandards.find((one) => one === choice);
	if (!standard) throw new InvalidInput([{ path: "choice", message: `Choose one of: ${gateStandards.join(", ")}.` }]);
	const sql = await sqlOf(req);
	const [changed] = await sql<{ before: GateStandard }>(
		`UPDATE onboardings o SET gate_standard = $2, updated_at = now() FROM (SELECT id, gate_standard FROM onboardings) old
		 WHERE o.id = $1::uuid AND old.id = o.id AND o.gate_standard <> $2 RETURNING old.gate_standard AS before`,
		[item.onboardingId, standard],
	);
	if (!changed) return;
	await recordAutomation({
		req,
		action: "onboarding.gate_standard",
		collection: slug.onboardings,
		document: item.onboardingId,
		casino: item.casinoId,
		before: { gateStandard: changed.before },
		after: { gateStandard: standard },
		reason: `decided in the plan: ${item.title}`,
	});
}

/**
 * The standard was changed on the onboarding itself: the answer that was given in the plan follows, with who changed it. A
 * decision nobody has taken yet stays open. In the transaction of the change, which holds the onboarding's lock.
 */
export async function followStandard(input: { req: PayloadRequest; onboardingId: string }): Promise<void> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	const [item] = await sql<{ id: string; casinoId: string; before: string; choice: GateStandard }>(
		`WITH old AS (
			SELECT i.id, i.choice AS before, o.gate_standard::text AS choice FROM checklist_items i
			JOIN onboardings o ON o.id = i.onboarding_id WHERE o.id = $1::uuid AND i.key = $3 AND i.kind = 'decision' AND i.status = 'done'
		 )
		 UPDATE checklist_items i SET choice = old.choice, done_by_id = $2::uuid, done_at = now(), signed_name = NULL, updated_at = now()
		 FROM old WHERE i.id = old.id AND old.before IS DISTINCT FROM old.choice
		 RETURNING i.id, i.casino_id AS "casinoId", old.before, old.choice`,
		[onboardingId, req.user?.id ?? null, standardKey],
	);
	if (!item) return;
	await recordAutomation({
		req,
		action: "item.answer_changed",
		collection: slug.checklistItems,
		document: item.id,
		casino: item.casinoId,
		before: { choice: item.before },
		after: { item: standardKey, choice: item.choice },
		reason: "changed on the onboarding",
	});
}
