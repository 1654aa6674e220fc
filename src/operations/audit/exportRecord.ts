import type { PayloadRequest } from "payload";
import { type AuditFilter, exportAudit } from "@/audit/exportAudit";
import { Forbidden } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction } from "../inTransaction";
import { lockPlansOfCasino } from "../plan/lockPlansOfCasino";
import { reviewPlansOfCasino } from "../plan/reviewPlansOfCasino";
import { requireVendor } from "../views/requireVendor";
import { exporters, revealers } from "./auditRoles";
import { recordAutomation } from "./recordAutomation";

/**
 * The record as a stream, for whoever may take it out. That it was taken, and what of it, is recorded before the
 * first byte leaves.
 *
 * @param input.reveal whether personal values are opened: for fewer people still
 * @throws SignInRequired, Forbidden
 */
export async function exportRecord(input: {
	req: PayloadRequest;
	filter: AuditFilter;
	format: "csv" | "jsonl";
	reveal: boolean;
}): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const { req, filter, format, reveal } = input;
	const role = requireVendor(req, exporters);
	if (reveal && !revealers.includes(role)) throw new Forbidden("export personal values in the clear");
	const casino = filter.casinos?.length === 1 ? (filter.casinos[0] ?? null) : null;
	await inTransaction(req, async () => {
		if (casino) await lockPlansOfCasino({ req, casinoId: casino });
		await recordAutomation({
			req,
			action: "audit.exported",
			collection: "audit-entries",
			document: format,
			casino,
			after: { ...filter, personal: reveal ? "open" : "sealed" },
			reason: null,
		});
		// That a customer's record can be exported is something a go-live asks for.
		if (casino) await reviewPlansOfCasino({ req, casinoId: casino });
	});
	return exportAudit({ sql: await sqlOf({ payload: req.payload }), filter, format, reveal });
}
