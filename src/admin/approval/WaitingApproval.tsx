"use client";

import { Button } from "@payloadcms/ui";
import { useState } from "react";
import { formatMoney } from "@/domain/money";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { StatusBadge } from "../parts/StatusBadge";
import { ApprovalSeats } from "./ApprovalSeats";

type Props = { approval: ApprovalView; onDone(message: string): void };

/** What waits for another approver: its seats, and the approval or rejection by whoever may. */
export function WaitingApproval({ approval, onDone }: Props) {
	const [act, setAct] = useState<"approve" | "reject" | null>(null);
	const { id, subject, title, amount, currency, isYours, hasOwnSeat, seats } = approval;
	// A change of an opening invoice is no amount to approve: its title says what happens.
	const isAmount = amount !== null && currency !== null && subject !== "opening_change";
	const money = isAmount ? ` ${formatMoney(amount, currency)}` : "";
	const isSecond = seats.some(({ who }) => who !== null);
	const send = async (reason: string) => {
		const { message } = await callApi<{ message: string }>(`/approvals/${id}/${act}`, { body: { reason } });
		onDone(message || "Approved.");
	};
	return (
		<section className="kt-approval" aria-label={title}>
			<h3>
				{title}
				<StatusBadge
					status="awaiting"
					label={isSecond ? "Waiting for another approver" : "Awaiting approval"}
					tone="warn"
					shape="seats"
				/>
			</h3>
			<ApprovalSeats approval={approval} />
			{hasOwnSeat ? <p className="kt-muted">You approved it. Another person has to approve it too.</p> : null}
			{isYours || hasOwnSeat ? (
				<div className="kt-buttons">
					{isYours ? (
						<Button type="button" size="small" margin={false} onClick={() => setAct("approve")}>
							Approve{money}
						</Button>
					) : null}
					<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAct("reject")}>
						{hasOwnSeat ? "Withdraw" : "Reject"}
					</Button>
				</div>
			) : null}
			{act ? (
				<ReasonDialog
					title={`${act === "approve" ? "Approve" : hasOwnSeat ? "Withdraw" : "Reject"}: ${title}`}
					verb={act === "approve" ? `Approve${money}` : hasOwnSeat ? "Withdraw" : "Reject"}
					busyVerb="Saving…"
					isDangerous={act === "reject"}
					says={<p>{act === "approve" ? "It takes effect at once." : "Nothing of it happens."}</p>}
					onClose={() => setAct(null)}
					onAct={send}
				/>
			) : null}
		</section>
	);
}
