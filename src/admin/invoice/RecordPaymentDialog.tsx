"use client";

import { useState } from "react";
import { formatMoney } from "@/domain/money";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { findAmountProblem, readAmount, showAmount } from "../fields/readAmount";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { isReason } from "../parts/DialogField";
import { MoneyFields, readMoney, startMoney } from "./MoneyByHand";

/** @param left what is left to pay, in minor units */
type Props = { invoice: InvoiceActions; left: number; onDone(message: string): void; onClose(): void };

const labels = {
	at: "When the money came",
	method: "How it was paid",
	reasonHint: "How you know that it was paid.",
};

/** Records money that came outside Stripe. Once all of it has come, the invoice is paid, with everything that follows. */
export function RecordPaymentDialog({ invoice, left, onDone, onClose }: Props) {
	const { currency, number } = invoice;
	const [money, setMoney] = useState(() => startMoney(showAmount(left, currency)));
	const amount = readAmount(money.amount, currency);
	const record = async () => {
		const { at: paidAt, ...rest } = readMoney(money);
		const body = { ...rest, amount, currency, paidAt };
		const path = `/invoices/${invoice.invoiceId}/record-payment`;
		const { status, why } = await callApi<{ status: string; why: string }>(path, { body });
		onDone(status === "settled" ? `The payment of ${number} is recorded.` : why);
	};
	return (
		<ActDialog
			title={`Record a payment of ${number}`}
			verb="Record the payment"
			busyVerb="Recording…"
			isReady={typeof amount === "number" && money.at !== "" && isReason(money.reason)}
			onClose={onClose}
			onAct={record}
		>
			{({ fields }) => (
				<>
					<p>
						{formatMoney(left, currency)} are left to pay; with all of it the invoice is paid. Above the limit in the
						settings it waits for another approver first.
						{invoice.opensGate ? " Provisioning may start at once." : ""}
					</p>
					<MoneyFields
						{...{ money, currency, labels, onChange: setMoney }}
						problems={{
							...fields,
							at: fields.paidAt,
							amount: findAmountProblem(amount, currency) ?? fields.amount ?? fields.currency,
						}}
					/>
				</>
			)}
		</ActDialog>
	);
}
