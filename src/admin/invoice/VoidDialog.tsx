"use client";

import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";

type Props = { invoice: InvoiceActions; onDone(message: string): void; onClose(): void };

/** Withdraws the invoice, with a reason. */
export function VoidDialog({ invoice, onDone, onClose }: Props) {
	return (
		<ReasonDialog
			title={`Void invoice ${invoice.number}`}
			verb="Void the invoice"
			busyVerb="Voiding…"
			isDangerous
			says={
				<>
					<p>
						Nothing is owed on it any more, and it stays on record. This cannot be undone: write a new invoice instead.
						{invoice.opensGate ? " The gate no longer waits for it; what has been provisioned stays." : ""}
					</p>
					{invoice.isAtStripe ? <p>It is at Stripe: void it there, and Keyturn follows automatically.</p> : null}
				</>
			}
			onClose={onClose}
			onAct={async (reason) => {
				const path = `/invoices/${invoice.invoiceId}/void`;
				const { status, why } = await callApi<{ status: string; why: string }>(path, { body: { reason } });
				onDone(status === "awaiting" ? `Not void yet. ${why}` : `Invoice ${invoice.number} is void.`);
			}}
		/>
	);
}
