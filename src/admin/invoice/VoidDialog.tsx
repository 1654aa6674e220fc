"use client";

import { useState } from "react";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";

type Props = { invoice: InvoiceActions; onDone(message: string): void; onClose(): void };

/** Withdraws the invoice, with a reason. */
export function VoidDialog({ invoice, onDone, onClose }: Props) {
	const [reason, setReason] = useState("");
	return (
		<ActDialog
			title={`Void invoice ${invoice.number}`}
			verb="Void the invoice"
			busyVerb="Voiding…"
			isDangerous
			isReady={isReason(reason)}
			onClose={onClose}
			onAct={async () => {
				await callApi(`/invoices/${invoice.invoiceId}/void`, { body: { reason } });
				onDone(`Invoice ${invoice.number} is void.`);
			}}
		>
			{({ fields }) => (
				<>
					<p>
						Nothing is owed on it any more, and it stays on record. This cannot be undone: write a new invoice instead.
						{invoice.opensGate ? " The gate no longer waits for it; what has been provisioned stays." : ""}
					</p>
					{invoice.isAtStripe ? <p>It is at Stripe: void it there, and Keyturn follows by itself.</p> : null}
					<DialogField
						label="Reason"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}
