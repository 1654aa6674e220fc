"use client";

import { type ReactNode, useState } from "react";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { findAmountProblem, readAmount, sayAmount, showAmount } from "../fields/readAmount";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { useReaderLocale } from "../parts/useReaderLocale";

const methods = [
	{ value: "bank transfer", label: "Bank transfer" },
	{ value: "ACH", label: "ACH" },
	{ value: "wire", label: "Wire" },
	{ value: "cheque", label: "Cheque" },
	{ value: "card by phone", label: "Card by phone" },
	{ value: "other", label: "Other" },
];

/** As it is typed in. `at` as a datetime-local input writes it: local time without a zone. */
type Money = { amount: string; at: string; method: string; reference: string; reason: string };

type Props = {
	invoice: InvoiceActions;
	noun: "payment" | "refund";
	/** Offered first, in minor units. */
	amount: number;
	labels: { at: string; method: string; reasonHint: string };
	/** What the route calls the moment, and what it wants besides. */
	route: { at: "paidAt" | "refundedAt"; more?: Readonly<Record<string, string>> };
	/** What will happen. */
	children: ReactNode;
	onDone(message: string): void;
	onClose(): void;
};

/** Records money that moved outside every provider. */
export function MoneyDialog({ invoice, noun, amount: offered, labels, route, children, onDone, onClose }: Props) {
	const { currency, number, invoiceId } = invoice;
	const reading = { currency, locale: useReaderLocale() };
	const [money, setMoney] = useState(() => startMoney(showAmount(offered, reading)));
	const amount = readAmount(money.amount, reading);
	const record = async () => {
		const { at, reference, method, reason } = money;
		const said = { amount, currency, method, reason, reference: reference.trim() || null };
		const body = { ...said, ...route.more, [route.at]: new Date(at).toISOString() };
		const path = `/invoices/${invoiceId}/record-${noun}`;
		const { status, why } = await callApi<{ status: string; why: string }>(path, { body });
		onDone(status === "settled" ? `The ${noun} of ${number} is recorded.` : why);
	};
	const field = (name: keyof Money, problem: string | undefined) => ({
		value: money[name],
		problem,
		onChange: (value: string) => setMoney({ ...money, [name]: value }),
	});
	return (
		<ActDialog
			title={`Record a ${noun} of ${number}`}
			verb={`Record the ${noun}`}
			busyVerb="Recording…"
			isReady={typeof amount === "number" && money.at !== "" && isReason(money.reason)}
			onClose={onClose}
			onAct={record}
		>
			{({ fields }) => (
				<>
					{children}
					<DialogField
						{...field("amount", findAmountProblem(amount, reading) ?? fields.amount ?? fields.currency)}
						label={`Amount (${currency.toUpperCase()})`}
						inputMode="decimal"
						hint={sayAmount(amount, reading)}
						hasFocus
					/>
					<DialogField {...field("at", fields[route.at])} label={labels.at} type="datetime-local" />
					<DialogField {...field("method", fields.method)} label={labels.method} type="select" options={methods} />
					<DialogField
						{...field("reference", fields.reference)}
						label="Reference"
						hint="The bank's reference, if there is one."
					/>
					<DialogField {...field("reason", fields.reason)} label="Reason" type="textarea" hint={labels.reasonHint} />
					{fields.payment ? <p role="alert">{fields.payment}</p> : null}
				</>
			)}
		</ActDialog>
	);
}

/** Moved now, by bank transfer. */
function startMoney(amount: string): Money {
	const now = new Date();
	const at = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
	return { amount, at, method: "bank transfer", reference: "", reason: "" };
}
