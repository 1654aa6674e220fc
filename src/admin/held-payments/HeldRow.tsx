"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatMoney } from "@/domain/money";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import type { HeldEvent } from "@/operations/payments/listHeldEvents";
import { WaitingApproval } from "../approval/WaitingApproval";
import { CopyId } from "../parts/CopyId";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { DismissForm } from "./DismissForm";
import { InvoiceChoice } from "./InvoiceChoice";
import { SettleForm } from "./SettleForm";

type Choice = { invoiceId: string; label: string };

/** One held event: whose money it may be, what choosing would do, and the two decisions. */
export function HeldRow({
	event,
	waiting,
	mayDecide,
	onDecided,
}: {
	event: HeldEvent;
	/** Its release, approved by one person. */
	waiting: ApprovalView | undefined;
	mayDecide: boolean;
	onDecided: (message: string) => void;
}) {
	const router = useRouter();
	const onApproval = (message: string) => {
		toast.success(message);
		router.refresh();
	};
	const [choice, setChoice] = useState<Choice | null>(null);
	const [isDismissing, setDismissing] = useState(false);
	const amount = event.amount === null || !event.currency ? "No amount" : formatMoney(event.amount, event.currency);
	return (
		<li id={`event-${event.id}`} className="kt-held__row">
			<div className="kt-held__facts">
				<h2 className="kt-money">{amount}</h2>
				<p className="kt-held__payer">{event.payerEmail ?? event.customerRef ?? "payer unknown"}</p>
				<p>
					<StatusBadge status="held" label={sayStatus(event.holdReason)} />
				</p>
				<p>{event.explanation}</p>
				<p className="kt-held__meta">
					<span>{event.type}</span>
					<RelativeTime at={event.occurredAt} />
					<CopyId id={event.eventId} label="event id" />
					{event.customerRef ? <CopyId id={event.customerRef} label="customer at the provider" /> : null}
				</p>
			</div>
			<div className="kt-held__decision">
				{waiting ? <WaitingApproval approval={waiting} onDone={onApproval} /> : null}
				<InvoiceChoice event={event} isReadOnly={!mayDecide} chosen={choice?.invoiceId ?? null} onChoose={setChoice} />
				{choice ? (
					<SettleForm key={choice.invoiceId} event={event} amount={amount} choice={choice} onDecided={onDecided} />
				) : null}
				{isDismissing ? (
					<DismissForm event={event} amount={amount} onDecided={onDecided} onCancel={() => setDismissing(false)} />
				) : mayDecide ? (
					<Button buttonStyle="none" className="kt-held__dismiss" onClick={() => setDismissing(true)}>
						It is none of these: dismiss…
					</Button>
				) : null}
			</div>
		</li>
	);
}
