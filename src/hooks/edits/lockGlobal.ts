import type { GlobalBeforeOperationHook } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Locks the settings before they are read and written back whole, as `lockRow` does for a record. */
export const lockGlobal: GlobalBeforeOperationHook = async ({ args, global, operation, req }) => {
	if (operation !== "update" || !(await req.transactionID)) return args;
	const sql = await sqlOf(req);
	await sql(`SELECT id FROM ${global.slug} FOR UPDATE`);
	return args;
};
