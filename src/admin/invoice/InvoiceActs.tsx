"use client";

import { Button, toast, useFormModified } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { safeLink } from "@/domain/safeLink";
import type { InvoiceAct, InvoiceActions } from "@/operations/views/readInvoiceActions";
import { WaitingApproval } from "../approval/WaitingApproval";
import { CopyId } from "../parts/CopyId";
import { Money } from "../parts/Money";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { RecordPaymentDialog } from "./RecordPaymentDialog";
import { SendDialog } from "./SendDialog";
import { VoidDialog } from "./VoidDialog";
import "./invoice.css";

/** How the invoice stands, and the acts its status and the person's role allow. */
export function InvoiceActs({ invoice }: { invoice: InvoiceActions }) {
	const [act, setAct] = useState<InvoiceAct | null>(null);
	const router = useRouter();
	const isModified = useFormModified();
	const onDone = (message: string) => {
		toast.success(message);
		router.refresh();
	};
	const dialog = { invoice, onDone, onClose: () => setAct(null) };
	return (
		<>
			<ActsBar invoice={invoice} isModified={isModified} onAct={setAct} />
			{invoice.waiting.map((approval) => (
				<WaitingApproval key={approval.id} approval={approval} onDone={onDone} />
			))}
			{act === "send" ? <SendDialog {...dialog} as="invoice" /> : null}
			{act === "checkout" ? <SendDialog {...dialog} as="checkout" /> : null}
			{act === "record-payment" ? <RecordPaymentDialog {...dialog} /> : null}
			{act === "void" ? <VoidDialog {...dialog} /> : null}
		</>
	);
}

type BarProps = { invoice: InvoiceActions; isModified: boolean; onAct(act: InvoiceAct): void };

function ActsBar({ invoice, isModified, onAct }: BarProps) {
	return (
		<section className="kt-acts-bar" aria-label="What can be done">
			<p className="kt-acts-bar__state">
				<StatusBadge status={invoice.status} />
				<Money amount={invoice.amountDue} currency={invoice.currency} />
				{invoice.sentAt ? (
					<span>
						sent <RelativeTime at={invoice.sentAt} />
					</span>
				) : invoice.status === "draft" || invoice.status === "open" ? (
					<span>not sent yet</span>
				) : null}
				{invoice.hostedUrl ? (
					<span>
						<a href={safeLink(invoice.hostedUrl) ?? undefined} target="_blank" rel="noreferrer">
							Payment page
						</a>{" "}
						<CopyId id={invoice.hostedUrl} label="link" />
					</span>
				) : null}
			</p>
			{invoice.acts.length > 0 ? (
				<div className="kt-acts-bar__buttons">
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
				</div>
			) : null}
		</section>
	);
}

function labelOf(act: InvoiceAct, { isStripeOn, sentAt }: InvoiceActions): string {
	const send = isStripeOn ? (sentAt ? "Send again" : "Send invoice") : "Mark as sent by hand";
	return { send, checkout: "Make a checkout link", "record-payment": "Record a payment", void: "Void" }[act];
}
