import { z } from "zod";
import { InvalidInput } from "@/errors";
import { exporters } from "@/operations/audit/auditRoles";
import { exportRecord } from "@/operations/audit/exportRecord";
import { defineEndpoint } from "../defineEndpoint";

const text = z.string().trim().min(1).max(200).optional();
const moment = z.coerce.date().optional();

const query = z.object({
	format: z.enum(["csv", "jsonl"], "must be csv or jsonl."),
	casino: z.uuid("is not an id.").optional(),
	actor: text,
	collection: text,
	document: text,
	/** From this moment on. */
	from: moment,
	/** Before this moment. */
	to: moment,
	personal: z.enum(["open", "sealed"]).default("sealed"),
});

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" };

/** `GET /api/exports/audit`: the record, or what the filters leave of it, streamed as CSV or JSON Lines. */
export const getAuditExport = defineEndpoint({
	method: "get",
	path: "/exports/audit",
	allow: exporters,
	handle: async ({ req }) => {
		const parsed = query.safeParse(Object.fromEntries(req.searchParams));
		if (!parsed.success) {
			throw new InvalidInput(parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
		}
		const { format, casino, personal, ...rest } = parsed.data;
		const filter = { ...rest, casinos: casino === undefined ? undefined : [casino] };
		const stream = await exportRecord({ req, filter, format, reveal: personal === "open" });
		const day = new Date().toISOString().slice(0, 10);
		return new Response(stream, {
			headers: {
				"Content-Type": types[format],
				"Content-Disposition": `attachment; filename="keyturn-audit-${day}.${format}"`,
				"Cache-Control": "private, no-store",
				"X-Content-Type-Options": "nosniff",
			},
		});
	},
});
