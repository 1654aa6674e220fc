import type { UIFieldServerProps } from "payload";
import { readInvoiceActions } from "@/operations/views/readInvoiceActions";
import { readInvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { InvoicePanel } from "./InvoicePanel";

/** How the invoice stands, and what whoever looks at it can do with it now. */
export async function InvoiceActions({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	const invoiceId = String(id);
	const invoice = await readInvoiceActions({ req, invoiceId });
	const money = await readInvoiceMoney({ req, invoiceId });
	return <InvoicePanel invoice={invoice} money={money} />;
}
