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

type Payment = { amount: string; paidAt: string; method: string; reference: string; reason: string };

/** Records money that came outside Stripe. The invoice is then paid, with everything that follows. */
export function RecordPaymentDialog({ invoice, onDone, onClose }: Props) {
	const { currency, amountDue } = invoice;
	const [payment, setPayment] = useState<Payment>(() => ({
		amount: showAmount(amountDue, currency),
		paidAt: localNow(),
		method: "bank transfer",
		reference: "",
		reason: "",
	}));
	const amount = readAmount(payment.amount, currency);
	const record = async () => {
		const paidAt = new Date(payment.paidAt).toISOString();
		const body = { ...payment, amount, currency, paidAt, reference: payment.reference.trim() || null };
		const path = `/invoices/${invoice.invoiceId}/record-payment`;
		const { status, why } = await callApi<{ status: string; why: string }>(path, { body });
		onDone(status === "settled" ? `Invoice ${invoice.number} is paid.` : why);
	};
	return (
		<ActDialog
			title={`Record a payment of ${invoice.number}`}
			verb="Record the payment"
			busyVerb="Recording…"
			isReady={typeof amount === "number" && payment.paidAt !== "" && isReason(payment.reason)}
			onClose={onClose}
			onAct={record}
		>
			{({ fields }) => (
				<>
					<p>
						The invoice of {formatMoney(amountDue, currency)} becomes paid and stays so. Above the limit in the settings
						it waits for another approver first.
						{invoice.opensGate ? " Provisioning may start at once." : ""}
					</p>
					<PaymentFields
						payment={payment}
						currency={currency}
						problems={{ ...fields, amount: findAmountProblem(amount, currency) ?? fields.amount ?? fields.currency }}
						onChange={(part) => setPayment({ ...payment, ...part })}
					/>
				</>
			)}
		</ActDialog>
	);
}

function PaymentFields(props: {
	payment: Payment;
	currency: string;
	problems: Partial<Record<string, string>>;
	onChange(part: Partial<Payment>): void;
}) {
	const { payment, currency, problems, onChange } = props;
	const field = (name: keyof Payment) => ({
		value: payment[name],
		problem: problems[name],
		onChange: (value: string) => onChange({ [name]: value }),
	});
	return (
		<>
			<DialogField {...field("amount")} label={`Amount (${currency.toUpperCase()})`} inputMode="decimal" hasFocus />
			<DialogField {...field("paidAt")} label="When the money came" type="datetime-local" />
			<DialogField {...field("method")} label="How it was paid" type="select" options={methods} />
			<DialogField {...field("reference")} label="Reference" hint="The bank's reference, if there is one." />
			<DialogField {...field("reason")} label="Reason" type="textarea" hint="How you know that it was paid." />
		</>
	);
}
