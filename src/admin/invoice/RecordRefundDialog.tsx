"use client";

import { useState } from "react";
import { formatMoney } from "@/domain/money";
import { keptOf } from "@/domain/settlement/foldPayment";
import type { InvoicePayment } from "@/operations/payments/readPayments";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { findAmountProblem, readAmount, showAmount } from "../fields/readAmount";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { isReason } from "../parts/DialogField";
import { MoneyFields, readMoney, startMoney } from "./MoneyByHand";

type Props = { invoice: InvoiceActions; payment: InvoicePayment; onDone(message: string): void; onClose(): void };

const labels = {
	at: "When the money went back",
	method: "How it was given back",
	reasonHint: "Why it was given back.",
};

/** Records that money which came outside Stripe was given back, in part or in full. */
export function RecordRefundDialog({ invoice, payment, onDone, onClose }: Props) {
	const { currency, number } = invoice;
	const left = keptOf(payment);
	const [money, setMoney] = useState(() => startMoney(showAmount(left, currency)));
	const amount = readAmount(money.amount, currency);
	const record = async () => {
		const { at: refundedAt, ...rest } = readMoney(money);
		const body = { ...rest, payment: payment.id, amount, currency, refundedAt };
		const path = `/invoices/${invoice.invoiceId}/record-refund`;
		const { status, why } = await callApi<{ status: string; why: string }>(path, { body });
		onDone(status === "settled" ? `The refund of ${number} is recorded.` : why);
	};
	return (
		<ActDialog
			title={`Record a refund of ${number}`}
			verb="Record the refund"
			busyVerb="Recording…"
			isReady={typeof amount === "number" && money.at !== "" && isReason(money.reason)}
			onClose={onClose}
			onAct={record}
		>
			{({ fields }) => (
				<>
					<p>
						{formatMoney(left, currency)} of this payment were not given back. Keyturn moves no money: record what you
						have sent back. With all of it the invoice is refunded, and the customer is marked. Above the limit in the
						settings it waits for another approver first.
					</p>
					<MoneyFields
						{...{ money, currency, labels, onChange: setMoney }}
						problems={{
							...fields,
							at: fields.refundedAt,
							amount: findAmountProblem(amount, currency) ?? fields.amount ?? fields.currency,
						}}
					/>
					{fields.payment ? <p role="alert">{fields.payment}</p> : null}
				</>
			)}
		</ActDialog>
	);
}
