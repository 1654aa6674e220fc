"use client";

import { Button } from "@payloadcms/ui";
import { type FormEvent, useState } from "react";
import type { HeldEvent } from "@/operations/payments/listHeldEvents";
import { callApi, sayFailure } from "../parts/callApi";
import { ReasonField } from "./ReasonField";

type Props = { event: HeldEvent; amount: string; onDecided: (message: string) => void; onCancel: () => void };

/** Sets a held event aside, with a reason. */
export function DismissForm({ event, amount, onDecided, onCancel }: Props) {
	const [reason, setReason] = useState("");
	const [problem, setProblem] = useState<string | null>(null);
	const [isBusy, setBusy] = useState(false);
	const dismiss = async (submission: FormEvent) => {
		submission.preventDefault();
		setBusy(true);
		setProblem(null);
		try {
			await callApi(`/payment-events/${event.id}/dismiss`, { body: { reason } });
			onDecided(`${amount} dismissed. The event stays on record.`);
		} catch (error) {
			setProblem(sayFailure(error, "It could not be dismissed."));
			setBusy(false);
		}
	};
	return (
		<form className="kt-decide" onSubmit={dismiss} aria-label="Dismiss this payment event">
			<h3>What will happen</h3>
			<ul>
				<li>No invoice is paid by {amount}, and nothing is provisioned.</li>
				<li>The money is not sent back: refund it at the payment provider if it is not yours.</li>
				<li>The event stays on record with your reason.</li>
			</ul>
			<ReasonField label="Why it is set aside" value={reason} problem={problem} onChange={setReason} />
			<div className="kt-decide__buttons">
				<Button type="submit" size="small" className="kt-danger" disabled={isBusy || reason.trim().length < 3}>
					{isBusy ? "Dismissing…" : "Dismiss"}
				</Button>
				<Button size="small" buttonStyle="secondary" onClick={onCancel} disabled={isBusy}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
