import type { PayloadRequest } from "payload";
import type { DecisionKind, DecisionStatus } from "@/domain/decisionStatus";
import { judgeVerdict, outcomes, type Verdict } from "@/domain/decisions/judgeVerdict";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { hasCome } from "@/domain/elapsed";
import { findWaiverRefusal } from "@/domain/playbook/findWaiverRefusal";
import { type ItemStatus, isSettled } from "@/domain/playbook/itemStatus";
import { Conflict, NotFound } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { requireSecondPerson } from "../users/requireSecondPerson";
import { decisionEndSql } from "./decisionEndSql";
import { findGoNoGo } from "./findGoNoGo";
import { type OpenedPacket, openPacket } from "./openPacket";
import { readFacts } from "./readFacts";
import { writeDecision } from "./writeDecision";

type Found = {
	onboardingId: string;
	kind: DecisionKind;
	status: DecisionStatus;
	requestedBy: string | null;
	packet: DecisionPacket | null;
	endsAt: string | null;
	hash: string | null;
};

/**
 * Takes a decision that was asked for, as a second person and with a reason. Its packet is refreshed, locked and
 * hashed; what follows from it happens in the same transaction, which is the caller's. Deciding the same again answers what is.
 *
 * @throws NotFound; Conflict where the sender asked for it, where the verdict does not fit what is known now, or where its time
 *   is over; TransitionRefused where it was decided otherwise
 */
export async function decide(input: {
	req: PayloadRequest;
	decisionId: string;
	verdict: Verdict;
	reason: string;
}): Promise<{ id: string; status: DecisionStatus; hash: string | null }> {
	const { req, decisionId, verdict, reason } = input;
	const now = new Date();
	const before = await find(req, decisionId);
	if (before.status === outcomes[verdict]) return { id: decisionId, status: before.status, hash: before.hash };
	const opened = await openPacket({ req, onboardingId: before.onboardingId, now });
	// Of two who decide at once the second waited for the lock and sees here what the first did.
	const found = await find(req, decisionId);
	if (found.status === outcomes[verdict]) return { id: decisionId, status: found.status, hash: found.hash };
	const packet = await readAgain({ req, found, opened, now });
	const recommendation = packet.kind === "go_no_go" ? packet.recommendation : null;
	const outcome = judgeVerdict({ status: found.status, recommendation, verdict });
	await requireSecondPerson({ req, first: found.requestedBy, second: opened.sender.id });
	if (outcome !== "rejected") requireTimely(found, packet.asOf);
	const decided = { outcome, by: opened.sender, at: opened.frame.asOf, reason };
	if (packet.kind === "waiver" && outcome === "approved") {
		const { facts } = await readFacts({ req, context: opened.context, now });
		const refusal = findWaiverRefusal({ criterion: packet.item.criterion, facts });
		if (refusal) throw new Conflict(`${refusal} Reject this.`, "never_waived");
		await waiveItem(req, packet, reason);
	}
	return writeDecision({ req, id: decisionId, packet: { ...packet, decided }, values: { status: outcome } });
}

async function find(req: PayloadRequest, decisionId: string): Promise<Found> {
	const sql = await sqlOf(req);
	const [row] = await sql<Found>(
		`SELECT d.onboarding_id AS "onboardingId", d.kind, d.status, d.requested_by_id AS "requestedBy",
			d.packet, d.hash, ${isoSql(decisionEndSql)} AS "endsAt"
		 FROM decisions d WHERE d.id = $1::uuid`,
		[decisionId],
	);
	if (!row) throw new NotFound("decision");
	return row;
}

/** A go/no-go packet is what is known at the moment of the decision, not when it was asked for. */
async function readAgain(input: {
	req: PayloadRequest;
	found: Found;
	opened: OpenedPacket;
	now: Date;
}): Promise<DecisionPacket> {
	const { req, found, opened, now } = input;
	const { packet } = found;
	if (!packet || found.kind === "plan_change") {
		throw new Conflict("This kind of decision is taken where it was asked for.", "decided_elsewhere");
	}
	if (packet.kind !== "go_no_go" || found.status !== "proposed") return packet;
	const { etaConfidence } = packet.checkpoint;
	return { ...packet, ...opened.frame, ...(await findGoNoGo({ req, context: opened.context, etaConfidence, now })) };
}

function requireTimely({ endsAt }: Found, now: string): void {
	if (!hasCome(endsAt, now)) return;
	throw new Conflict("The time it was asked for is over. Ask for it again.", "request_expired");
}

async function waiveItem(
	req: PayloadRequest,
	{ item, casino }: Extract<DecisionPacket, { kind: "waiver" }>,
	reason: string,
): Promise<void> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ status: ItemStatus; isOver: boolean; isSame: boolean }>(
		`SELECT i.status, l.status = 'closed' OR i.retired_at IS NOT NULL AS "isOver",
			i.criterion IS NOT DISTINCT FROM $2 AND i.automation IS NULL AND i.title = $3 AS "isSame"
		 FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id WHERE i.id = $1::uuid`,
		[item.id, item.criterion, item.title],
	);
	if (!row || row.isOver || isSettled(row.status)) {
		throw new Conflict("The item is settled by now: there is nothing left to waive. Reject this.", "item_settled");
	}
	// A newer version of the playbook may ask for something else under the same key.
	if (!row.isSame) throw new Conflict("The item is another one by now. Reject this, and ask again.", "item_changed");
	await sql("UPDATE checklist_items SET status = 'waived', updated_at = now() WHERE id = $1::uuid", [item.id]);
	await recordAutomation({
		req,
		action: "item.waived",
		collection: slug.checklistItems,
		document: item.id,
		casino: casino.id,
		before: { status: row.status },
		after: { item: item.key, status: "waived" },
		reason,
	});
}
