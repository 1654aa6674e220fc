"use client";

import { useState } from "react";
import { formatMoney } from "@/domain/money";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { findAmountProblem, readAmount, sayAmount, showAmount } from "../fields/readAmount";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { useReaderLocale } from "../parts/useReaderLocale";
import { sayLimit } from "./sayLimit";

/** @param total what the invoice comes to now, with its amendments, in minor units */
type Props = { invoice: InvoiceActions; total: number; onDone(message: string): void; onClose(): void };

/** Changes what a paid invoice comes to: the difference is billed, or credited. */
export function AmendDialog({ invoice, total, onDone, onClose }: Props) {
	const { currency, number, invoiceId } = invoice;
	const reading = { currency, locale: useReaderLocale() };
	const [typed, setTyped] = useState(() => showAmount(total, reading));
	const [reason, setReason] = useState("");
	const amount = readAmount(typed, reading);
	const isChanged = typeof amount === "number" && amount !== total;
	return (
		<ActDialog
			title={`Amend ${number}`}
			verb="Amend invoice"
			busyVerb="Amending…"
			isReady={isChanged && isReason(reason)}
			onClose={onClose}
			onAct={async () => {
				const body = { amountDue: amount, reason };
				onDone((await callApi<{ message: string }>(`/invoices/${invoiceId}/amendments`, { body })).message);
			}}
		>
			{({ fields }) => (
				<>
					<p>
						{number} comes to {formatMoney(total, currency)} and stays as it was paid.{" "}
						{isChanged ? describeEffect(amount - total, currency) : "Enter what it is to come to."}{" "}
						{sayLimit(invoice.limit, currency)}
					</p>
					<DialogField
						label={`New total (${currency.toUpperCase()})`}
						value={typed}
						onChange={setTyped}
						inputMode="decimal"
						hint={sayAmount(amount, reading)}
						problem={findAmountProblem(amount, reading) ?? fields.amountDue}
						hasFocus
					/>
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}

const describeEffect = (difference: number, currency: string) =>
	difference > 0
		? `A new invoice bills the difference of ${formatMoney(difference, currency)}.`
		: `A credit note of ${formatMoney(-difference, currency)} is written; refund it where it was paid.`;
