"use client";

import { Button, toast, useFormModified } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { safeLink } from "@/domain/safeLink";
import type { InvoicePayment } from "@/operations/payments/readPayments";
import type { InvoiceAct, InvoiceActions } from "@/operations/views/readInvoiceActions";
import type { InvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { CopyId } from "../parts/CopyId";
import { RelativeTime } from "../parts/RelativeTime";
import { useRefreshAfterSave } from "../parts/useRefreshAfterSave";
import { AmendDialog } from "./AmendDialog";
import { Amendments } from "./Amendments";
import { InvoiceApprovals } from "./InvoiceApprovals";
import { InvoiceHead } from "./InvoiceHead";
import { PaymentTimeline } from "./PaymentTimeline";
import { RecordPaymentDialog } from "./RecordPaymentDialog";
import { RecordRefundDialog } from "./RecordRefundDialog";
import { SendDialog } from "./SendDialog";
import { VoidDialog } from "./VoidDialog";
import "./money.css";

type Props = { invoice: InvoiceActions; money: InvoiceMoney };

/** The money side of an invoice: how it stands, its approvals, payments and amendments, and what can be done. */
export function InvoicePanel({ invoice, money }: Props) {
	const [act, setAct] = useState<InvoiceAct | null>(null);
	const [refunded, setRefunded] = useState<InvoicePayment | null>(null);
	const isModified = useFormModified();
	const router = useRouter();
	useRefreshAfterSave();
	const onDone = (message: string) => {
		toast.success(message);
		router.refresh();
	};
	const dialog = { invoice, onDone, onClose: () => setAct(null) };
	const mayRefund = invoice.mayRecordRefund && !isModified;
	const left = Math.max(0, money.amountDue - money.payments.sums.kept);
	return (
		<section className="kt-inv" aria-label={`Money of ${invoice.number}`}>
			<InvoiceHead money={money}>
				<SendingLine invoice={invoice} />
			</InvoiceHead>
			<InvoiceApprovals approvals={money.approvals} onDone={onDone} />
			{money.credit === null ? <PaymentTimeline money={money} onRefund={mayRefund ? setRefunded : undefined} /> : null}
			<Amendments money={money} />
			<Technical money={money} />
			<Acts invoice={invoice} isModified={isModified} onAct={setAct} />
			{act === "send" ? <SendDialog {...dialog} as="invoice" /> : null}
			{act === "checkout" ? <SendDialog {...dialog} as="checkout" /> : null}
			{act === "record-payment" ? <RecordPaymentDialog {...dialog} left={left} /> : null}
			{refunded ? <RecordRefundDialog {...dialog} payment={refunded} onClose={() => setRefunded(null)} /> : null}
			{act === "amend" ? <AmendDialog {...dialog} total={money.amendments.at(-1)?.after ?? money.amountDue} /> : null}
			{act === "void" ? <VoidDialog {...dialog} /> : null}
		</section>
	);
}

function SendingLine({ invoice }: { invoice: InvoiceActions }) {
	const isWaiting = invoice.status === "draft" || invoice.status === "open";
	const link = safeLink(invoice.hostedUrl);
	if (!invoice.sentAt && !isWaiting && !link) return null;
	return (
		<p className="kt-inv__sent">
			{invoice.sentAt ? (
				<span>
					Sent <RelativeTime at={invoice.sentAt} withDay />
				</span>
			) : isWaiting ? (
				<span>Not sent yet</span>
			) : null}
			{link ? (
				<span>
					<a href={link} target="_blank" rel="noreferrer">
						Payment page
					</a>{" "}
					<CopyId id={link} label="link" />
				</span>
			) : null}
		</p>
	);
}

function Technical({ money: { payments } }: { money: InvoiceMoney }) {
	const { objects } = payments;
	if (objects.length === 0 && payments.payments.length === 0) return null;
	return (
		<details className="kt-inv__part">
			<summary>Technical</summary>
			<dl className="kt-inv__ids">
				{objects.map(({ ref, state, isCurrent }) => (
					<div key={ref}>
						<dt>{isCurrent ? "At the provider" : `Former, ${state}`}</dt>
						<dd>
							<CopyId id={ref} />
						</dd>
					</div>
				))}
				{payments.payments.map(({ id, reference, status }) => (
					<div key={id}>
						<dt>Payment, {status.replaceAll("_", " ")}</dt>
						<dd>
							<CopyId id={reference} />
						</dd>
					</div>
				))}
			</dl>
		</details>
	);
}

type ActsProps = { invoice: InvoiceActions; isModified: boolean; onAct(act: InvoiceAct): void };

function Acts({ invoice, isModified, onAct }: ActsProps) {
	if (invoice.acts.length === 0) return null;
	return (
		<footer className="kt-buttons">
			{invoice.acts.map((one) => (
				<Button
					key={one}
					type="button"
					size="small"
					margin={false}
					buttonStyle={one === "send" && !invoice.sentAt ? "primary" : "secondary"}
					disabled={isModified}
					onClick={() => onAct(one)}
				>
					{labelOf(one, invoice)}
				</Button>
			))}
			{isModified ? <span className="kt-muted">Save your changes first.</span> : null}
		</footer>
	);
}

function labelOf(act: InvoiceAct, { isStripeOn, sentAt }: InvoiceActions): string {
	const send = isStripeOn ? (sentAt ? "Send again" : "Send invoice") : "Mark as sent";
	return {
		send,
		checkout: "Create checkout link",
		"record-payment": "Record a payment",
		amend: "Amend…",
		void: "Void…",
	}[act];
}
