"use client";

import { useState } from "react";
import { formatMoney } from "@/domain/money";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { findAmountProblem, readAmount, showAmount } from "../fields/readAmount";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";

type Props = { invoice: InvoiceActions; onDone(message: string): void; onClose(): void };

const methods = [
	{ value: "bank transfer", label: "Bank transfer" },
	{ value: "ACH", label: "ACH" },
	{ value: "wire", label: "Wire" },
	{ value: "cheque", label: "Cheque" },
	{ value: "card by phone", label: "Card by phone" },
	{ value: "other", label: "Other" },
];

/** Now, as a datetime-local input writes it: local time without a zone. */
function localNow(): string {
	const now = new Date();
	return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Records money that came outside Stripe. The invoice is then paid, with everything that follows. */
export function RecordPaymentDialog({ invoice, onDone, onClose }: Props) {
	const { currency, amountDue } = invoice;
	const [amount, setAmount] = useState(showAmount(amountDue, currency));
	const [paidAt, setPaidAt] = useState(localNow);
	const [method, setMethod] = useState("bank transfer");
	const [reference, setReference] = useState("");
	const [reason, setReason] = useState("");
	const minor = readAmount(amount, currency);
	const amountProblem = findAmountProblem(minor, currency);
	const record = async () => {
		const body = {
			amount: minor,
			currency,
			paidAt: new Date(paidAt).toISOString(),
			method,
			reference: reference.trim() || null,
			reason,
		};
		const { status, why } = await callApi<{ status: string; why: string }>(
			`/invoices/${invoice.invoiceId}/record-payment`,
			{ body },
		);
		onDone(status === "settled" ? `Invoice ${invoice.number} is paid.` : why);
	};
	return (
		<ActDialog
			title={`Record a payment of ${invoice.number}`}
			verb="Record the payment"
			busyVerb="Recording…"
			isReady={typeof minor === "number" && paidAt !== "" && isReason(reason)}
			onClose={onClose}
			onAct={record}
		>
			{({ fields }) => (
				<>
					<p>
						The invoice of {formatMoney(amountDue, currency)} becomes paid and stays so.
						{invoice.opensGate ? " It opens the gate: provisioning may start at once." : ""}
					</p>
					<DialogField
						label={`Amount (${currency.toUpperCase()})`}
						inputMode="decimal"
						value={amount}
						onChange={setAmount}
						problem={amountProblem ?? fields.amount ?? fields.currency}
						hasFocus
					/>
					<DialogField
						label="When the money came"
						type="datetime-local"
						value={paidAt}
						onChange={setPaidAt}
						problem={fields.paidAt}
					/>
					<DialogField
						label="How it was paid"
						type="select"
						options={methods}
						value={method}
						onChange={setMethod}
						problem={fields.method}
					/>
					<DialogField
						label="Reference"
						value={reference}
						onChange={setReference}
						problem={fields.reference}
						hint="The bank's reference, if there is one."
					/>
					<DialogField
						label="Reason"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
						hint="How you know that it was paid."
					/>
				</>
			)}
		</ActDialog>
	);
}
