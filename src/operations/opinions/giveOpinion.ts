import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { asSystem } from "@/access/authority";
import type { ItemStatus } from "@/domain/playbook/itemStatus";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { Stance } from "@/domain/playbook/opinion";
import { mayAdvise } from "@/domain/playbook/opinion";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { announceChange } from "../live/announceChange";

type Asked = {
	id: string;
	onboardingId: string;
	casinoId: string;
	status: ItemStatus;
	onboardingStatus: string;
	isVisibleToCustomer: boolean;
	consulted: string[];
};

/**
 * Says what a consulted person thinks of an item, or changes what they said. One answer a person: the second replaces the first. In the
 * caller's transaction, with the onboarding locked, so that nobody's answer comes in after the item is settled.
 *
 * @throws NotFound where the person may not see the item; Forbidden where they are not consulted; InvalidInput on a concern without
 *   words; Conflict when the item is settled
 */
export async function giveOpinion(input: {
	req: PayloadRequest;
	itemId: string;
	stance: Stance;
	words: string | null;
}): Promise<{ stance: Stance }> {
	const { req, itemId, stance, words } = input;
	const item = await findAsked(req, itemId);
	const personId = requireConsulted(req, item);
	if (isSettled(item.status) || item.onboardingStatus === "completed" || item.onboardingStatus === "cancelled") {
		throw new Conflict("This item is settled: what was said of it stays.", "settled");
	}
	if (stance === "concern" && !words) throw new InvalidInput([{ path: "words", message: "Say what concerns you." }]);
	const sql = await sqlOf(req);
	const [known] = await sql<{ id: string }>(
		"SELECT id FROM opinions WHERE item_id = $1::uuid AND person_id = $2::uuid",
		[itemId, personId],
	);
	const system = asSystem(req, "a consulted person answered");
	const data = { stance, words };
	if (known) await req.payload.update({ collection: slug.opinions, id: known.id, data, depth: 0, ...system });
	else {
		const of = { casino: item.casinoId, onboarding: item.onboardingId, item: item.id, person: personId };
		await req.payload.create({ collection: slug.opinions, data: { ...of, ...data }, depth: 0, ...system });
	}
	await announceChange({ sql, onboardingId: item.onboardingId });
	return { stance };
}

async function findAsked(req: PayloadRequest, itemId: string): Promise<Asked> {
	const sql = await sqlOf(req);
	await sql(
		"SELECT o.id FROM onboardings o JOIN checklist_items i ON i.onboarding_id = o.id WHERE i.id = $1::uuid FOR NO KEY UPDATE OF o",
		[itemId],
	);
	const [item] = await sql<Asked>(
		`SELECT i.id, i.onboarding_id AS "onboardingId", i.casino_id AS "casinoId", i.status, o.status AS "onboardingStatus",
			coalesce(i.visible_to_customer, false) AS "isVisibleToCustomer", coalesce(i.rule #> '{raci,consulted}', '[]') AS consulted
		 FROM checklist_items i JOIN onboardings o ON o.id = i.onboarding_id WHERE i.id = $1::uuid AND i.retired_at IS NULL`,
		[itemId],
	);
	if (!item) throw new NotFound("item");
	return item;
}

/** @returns the person's id */
function requireConsulted(req: PayloadRequest, item: Asked): string {
	const actor = actorOf(req);
	if (actor.kind !== "person") throw new NotFound("item");
	const roles = { vendor: actor.vendorRole, here: actor.roles.get(item.casinoId) ?? new Set<string>() };
	// What somebody may not see does not exist for them.
	if (roles.vendor === null && !(roles.here.size > 0 && item.isVisibleToCustomer)) throw new NotFound("item");
	if (!mayAdvise({ roles, item: { ...item, status: "open" } })) throw new Forbidden("give an opinion on this item");
	return String(req.user?.id);
}
