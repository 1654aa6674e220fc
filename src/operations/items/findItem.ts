import type { PayloadRequest } from "payload";
import { actorOf, isVendor } from "@/access/actorOf";
import type { EvidenceKind, ItemKind, ItemOwner } from "@/domain/playbook/content";
import type { ItemStatus } from "@/domain/playbook/itemStatus";
import { mayActOnItem } from "@/domain/playbook/mayActOnItem";
import type { ItemRule } from "@/domain/playbook/planState";
import type { RecordRef } from "@/domain/recordRef";
import { Conflict, Forbidden, NotFound } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { blockersSql } from "./itemSql";

export type FoundItem = {
	id: string;
	onboardingId: string;
	casinoId: string;
	key: string;
	title: string;
	kind: ItemKind;
	owner: ItemOwner;
	evidence: EvidenceKind;
	status: ItemStatus;
	automation: string | null;
	criterion: string | null;
	/** Of what a record shows: what was found, and the record. */
	says: string | null;
	foundIn: RecordRef | null;
	isVisibleToCustomer: boolean;
	responsible: string;
	rule: ItemRule & { raci: { accountable: string | null } };
	phaseStatus: string;
	phaseName: string;
	onboardingStatus: string;
	choice: string | null;
	dueAt: string | null;
	/** The casino's day. */
	today: string;
	/** Titles of what comes before it and is not settled; of what a customer's person does not see, that there is something. */
	waitsFor: string[];
};

/**
 * The item a person acts on, with its onboarding locked: of two people at once the second sees what the first did, and
 * what follows from both is found in one order. In the caller's transaction.
 *
 * @throws NotFound where there is none, or none the person may see; Forbidden where they may see it and not act on it; Conflict on
 *   an onboarding that is over
 */
export async function findItem({ req, itemId }: { req: PayloadRequest; itemId: string }): Promise<FoundItem> {
	const sql = await sqlOf(req);
	await sql(
		"SELECT o.id FROM onboardings o JOIN checklist_items i ON i.onboarding_id = o.id WHERE i.id = $1::uuid FOR NO KEY UPDATE OF o",
		[itemId],
	);
	const [item] = await sql<FoundItem>(
		`SELECT i.id, i.onboarding_id AS "onboardingId", i.casino_id AS "casinoId", i.key, i.title, i.kind, i.owner, i.evidence, i.status,
			i.automation, i.criterion, i.says, i.found_in AS "foundIn", i.visible_to_customer AS "isVisibleToCustomer", i.responsible, i.rule, l.status AS "phaseStatus",
			l.name AS "phaseName", o.status AS "onboardingStatus", i.choice, i.due_at AS "dueAt", ${todaySql("c.timezone")} AS today,
			ARRAY(${blockersSql("CASE WHEN $2 OR b.visible_to_customer THEN b.title ELSE 'something on our side' END")}) AS "waitsFor"
		 FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id JOIN onboardings o ON o.id = i.onboarding_id
			JOIN casinos c ON c.id = i.casino_id
		 WHERE i.id = $1::uuid AND i.retired_at IS NULL`,
		[itemId, isVendor(actorOf(req))],
	);
	if (!item) throw new NotFound("item");
	requireActor(req, item);
	if (item.onboardingStatus === "completed" || item.onboardingStatus === "cancelled") {
		throw new Conflict(`This onboarding is ${item.onboardingStatus}: its items stay as they are.`);
	}
	return item;
}

function requireActor(req: PayloadRequest, item: FoundItem): void {
	const actor = actorOf(req);
	if (actor.kind !== "person") throw new NotFound("item");
	const here = actor.roles.get(item.casinoId) ?? new Set<string>();
	// What somebody may not see does not exist for them.
	if (actor.vendorRole === null && !(here.size > 0 && item.isVisibleToCustomer)) throw new NotFound("item");
	const answering = [item.responsible, item.rule.raci.accountable];
	if (!mayActOnItem({ roles: { vendor: actor.vendorRole, here }, item: { ...item, answering } })) {
		throw new Forbidden(item.evidence === "signature" ? "sign this item" : "change this item");
	}
}
