import type { Payload } from "payload";
import { KeyturnError } from "@/errors";
import { isUndecided } from "@/inbox/eventRow";
import { lockEvent } from "@/inbox/lockEvent";
import { causeInWords } from "@/provisioning/engine/judgeFailure";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { inTransaction, systemRequest } from "../inTransaction";
import { raiseRisk } from "../risks/raiseRisk";
import { heldRiskKey } from "./writeOutcomes";

/** Marks an event that ends the process of whoever settles it. */
export async function giveUpEvent(input: { payload: Payload; eventId: string; cause: string }): Promise<void> {
	const { cause: publicMessage, ...event } = input;
	await failEvent({ ...event, error: new KeyturnError({ code: "process_ended", status: 500, publicMessage }) });
}

/** Marks an event whose settlement fails in a way that does not pass by itself, and puts it into the queue for a person. */
export async function failEvent(input: { payload: Payload; eventId: string; error: unknown }): Promise<void> {
	const { payload, eventId } = input;
	const req = await systemRequest(payload, "settlement failed");
	const cause = causeInWords(input.error);
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const row = await lockEvent(sql, eventId);
		if (!row || !isUndecided(row)) return;
		await sql(
			`UPDATE payment_events SET status = 'failed', hold_reason = NULL, explanation = $2, updated_at = now() WHERE id = $1::uuid`,
			[eventId, cause],
		);
		if (row.status === "failed" && row.explanation === cause) return;
		await recordAutomation({
			req,
			action: "payment_event.failed",
			collection: slug.paymentEvents,
			document: eventId,
			casino: row.casinoId,
			before: { status: row.status },
			after: { status: "failed", type: row.type, event: row.eventId },
			reason: cause,
		});
		await raiseRisk({
			req,
			key: heldRiskKey(eventId),
			kind: "payment_held",
			severity: "high",
			title: `A payment event could not be settled: ${row.type}`,
			detail: `${cause} It is kept and tried again every ten minutes.`,
			casinoId: row.casinoId,
			invoiceId: row.invoiceId,
			paymentEventId: eventId,
		});
	});
}
