"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import type { HeldEvent } from "@/operations/payments/listHeldEvents";
import { callApi, sayFailure } from "../parts/callApi";
import { ReasonField } from "./ReasonField";

type Preview = { effects: string[]; warnings: string[] };
type Props = {
	event: HeldEvent;
	amount: string;
	choice: { invoiceId: string; label: string };
	onDecided: (message: string) => void;
};

/** What settling for the chosen invoice will do; then the reason and the act. */
export function SettleForm({ event, amount, choice, onDecided }: Props) {
	const [preview, setPreview] = useState<Preview | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const router = useRouter();
	const [isBusy, setBusy] = useState(false);
	useEffect(() => {
		let isCurrent = true;
		callApi<Preview>(`/payment-events/${event.id}/preview`, { body: { invoiceId: choice.invoiceId } }).then(
			(result) => isCurrent && setPreview(result),
			(error: Error) => isCurrent && setProblem(error.message),
		);
		return () => {
			isCurrent = false;
		};
	}, [event.id, choice.invoiceId]);
	const settle = async (submission: FormEvent) => {
		submission.preventDefault();
		setBusy(true);
		setProblem(null);
		try {
			const { status, why } = await callApi<{ status: string; why: string }>(`/payment-events/${event.id}/settle`, {
				body: { invoiceId: choice.invoiceId, reason },
			});
			if (status === "awaiting") {
				toast.success(why);
				router.refresh();
			} else if (status === "held") setProblem(`It stays held. ${why}`);
			else onDecided(`${amount} settled for ${choice.label}.`);
		} catch (error) {
			setProblem(sayFailure(error, "It could not be settled."));
		} finally {
			setBusy(false);
		}
	};
	return (
		<form className="kt-decide" onSubmit={settle} aria-label={`Settle for ${choice.label}`}>
			<h3>What will happen</h3>
			{preview ? (
				<>
					<ul>
						{preview.effects.map((effect) => (
							<li key={effect}>{effect}</li>
						))}
					</ul>
					{preview.warnings.length > 0 ? (
						<ul className="kt-decide__warnings">
							{preview.warnings.map((warning) => (
								<li key={warning}>{warning}</li>
							))}
						</ul>
					) : null}
				</>
			) : (
				<p className="kt-muted">{problem ? "" : "Looking…"}</p>
			)}
			<ReasonField label="Why it is theirs" value={reason} problem={problem} onChange={setReason} />
			<Button type="submit" size="small" disabled={isBusy || !preview || reason.trim().length < 3}>
				{isBusy ? "Settling…" : `Settle for ${choice.label}`}
			</Button>
		</form>
	);
}
