import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** The next invoice number of a year: KT-2026-0001. Gaps may occur when a transaction is rolled back. */
export async function nextInvoiceNumber({ req, year }: { req: PayloadRequest; year: number }): Promise<string> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ next: string }>("SELECT nextval('invoice_number') AS next");
	return `KT-${year}-${String(row?.next ?? "").padStart(4, "0")}`;
}
