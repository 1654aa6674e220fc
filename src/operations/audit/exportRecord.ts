import type { PayloadRequest } from "payload";
import { type AuditFilter, exportAudit } from "@/audit/exportAudit";
import { Forbidden } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
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
	await recordAutomation({
		req,
		action: "audit.exported",
		collection: "audit-entries",
		document: format,
		casino: filter.casinos?.length === 1 ? (filter.casinos[0] ?? null) : null,
		after: { ...filter, personal: reveal ? "open" : "sealed" },
		reason: null,
	});
	return exportAudit({ sql: await sqlOf({ payload: req.payload }), filter, format, reveal });
}
