import type { PayloadRequest } from "payload";
import { isDayOver } from "@/domain/calendar/day";
import type { WaiverPacket } from "@/domain/decisions/packet";
import { findWaiverRefusal } from "@/domain/playbook/findWaiverRefusal";
import { type ItemStatus, isSettled } from "@/domain/playbook/itemStatus";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { findProposed } from "./findProposed";
import { openPacket } from "./openPacket";
import { readFacts } from "./readFacts";
import { refuseOther } from "./refuseOther";
import { writeDecision } from "./writeDecision";

type Item = WaiverPacket["item"] & {
	onboardingId: string;
	status: ItemStatus;
	automation: string | null;
	phaseStatus: string;
	/** On the casino's clock. */
	today: string;
};

/**
 * Asks that an item be waived until the end of a day: it then holds nobody up, and opens again afterwards. A second person decides. In the
 * caller's transaction. Asking for the same again answers what is.
 *
 * @param input.expiresAt the last day on which it holds
 * @throws NotFound; InvalidInput on a day that is over; Conflict on an item that is settled, that nobody may waive, or for
 *   which something else was asked
 */
export async function proposeWaiver(input: {
	req: PayloadRequest;
	itemId: string;
	reason: string;
	expiresAt: string;
}): Promise<{ id: string; status: string }> {
	const { req, itemId, reason, expiresAt } = input;
	const now = new Date();
	const { onboardingId, today } = await readItem(req, itemId);
	if (isDayOver(expiresAt, today)) {
		throw new InvalidInput([{ path: "expiresAt", message: "Choose a day that is not over." }]);
	}
	const { context, sender, frame } = await openPacket({ req, onboardingId, now });
	const found = await readItem(req, itemId);
	const { facts } = await readFacts({ req, context, now });
	const refusal = findWaiverRefusal({ criterion: found.criterion, facts });
	if (refusal) throw new Conflict(refusal, "never_waived");
	requireWaivable(found);
	const { key, phase, criterion, says } = found;
	const asked = { by: sender, at: frame.asOf, reason };
	const packet: WaiverPacket = {
		...frame,
		kind: "waiver",
		asked,
		item: { id: itemId, key, title: found.title, phase, criterion, says },
		expiresAt,
	};
	const open = await findProposed<WaiverPacket>({ req, onboardingId, kind: "waiver", itemId });
	if (open) return refuseOther(open, packet);
	const title = `Waiver: ${found.title}`;
	const { id, status } = await writeDecision({ req, packet, values: { title, item: itemId, expiresAt } });
	return { id, status };
}

function requireWaivable({ status, automation, phaseStatus, phase }: Item): void {
	if (automation) throw new Conflict("This item follows its run. Skip the step there, with a reason.", "follows_run");
	if (isSettled(status)) throw new Conflict(`This item is ${status.replace("_", " ")}: there is nothing to waive.`);
	if (phaseStatus === "closed") throw new Conflict(`The phase “${phase}” is closed.`, "phase_closed");
}

async function readItem(req: PayloadRequest, itemId: string): Promise<Item> {
	const sql = await sqlOf(req);
	const [item] = await sql<Item>(
		`SELECT i.id, i.key, i.title, l.name AS phase, i.criterion, i.says, i.onboarding_id AS "onboardingId", i.status, i.automation,
			l.status AS "phaseStatus", ${todaySql("c.timezone")} AS today
		 FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id JOIN casinos c ON c.id = i.casino_id WHERE i.id = $1::uuid AND i.retired_at IS NULL`,
		[itemId],
	);
	if (!item) throw new NotFound("item");
	return item;
}
