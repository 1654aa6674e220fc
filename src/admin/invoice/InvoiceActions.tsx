import type { UIFieldServerProps } from "payload";
import { readInvoiceActions } from "@/operations/views/readInvoiceActions";
import { InvoiceActs } from "./InvoiceActs";

/** What can be done with the invoice now, by whoever looks at it. */
export async function InvoiceActions({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <InvoiceActs invoice={await readInvoiceActions({ req, invoiceId: String(id) })} />;
}
