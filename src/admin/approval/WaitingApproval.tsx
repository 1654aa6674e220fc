"use client";

import { Button } from "@payloadcms/ui";
import { useState } from "react";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import { callApi } from "../parts/callApi";
import { Money } from "../parts/Money";
import { ReasonDialog } from "../parts/ReasonDialog";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import "./approval.css";

type Props = { approval: ApprovalView; onDone(message: string): void };

/** What waits for another approver: its seats, and the approval or rejection by whoever may. */
export function WaitingApproval({ approval, onDone }: Props) {
	const [act, setAct] = useState<"approve" | "reject" | null>(null);
	const { id, title, amount, currency, seats, isYours, hasOwnSeat, boundTo } = approval;
	const send = async (reason: string) => {
		const { message } = await callApi<{ message: string }>(`/approvals/${id}/${act}`, { body: { reason } });
		onDone(message || "Approved.");
	};
	return (
		<div className="kt-approval">
			<p className="kt-acts-bar__state">
				<StatusBadge status="awaiting" label="Waiting for another approver" tone="waiting" />
				<strong>{title}</strong>
				<Money amount={amount} currency={currency ?? ""} empty="" />
			</p>
			<ul className="kt-approval__seats">
				{seats.map(({ who, at }, place) => (
					<li key={place === 0 ? "first" : "second"}>
						{who ? (
							<>
								Approved by {who} {at ? <RelativeTime at={at} /> : null}
							</>
						) : (
							"Empty seat"
						)}
					</li>
				))}
			</ul>
			<p className="kt-muted">{hasOwnSeat ? "You approved it. Another person has to approve it too." : boundTo}</p>
			{isYours || hasOwnSeat ? (
				<div className="kt-acts-bar__buttons">
					{isYours ? (
						<Button type="button" size="small" margin={false} onClick={() => setAct("approve")}>
							Approve
						</Button>
					) : null}
					{approval.subject === "purchase_order" ? null : (
						<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAct("reject")}>
							Reject
						</Button>
					)}
				</div>
			) : null}
			{act ? (
				<ReasonDialog
					title={`${act === "approve" ? "Approve" : "Reject"}: ${title}`}
					verb={act === "approve" ? "Approve" : "Reject"}
					busyVerb={act === "approve" ? "Approving…" : "Rejecting…"}
					isDangerous={act === "reject"}
					says={<p>{act === "approve" ? "It takes effect at once." : "Nothing of it happens."}</p>}
					onClose={() => setAct(null)}
					onAct={send}
				/>
			) : null}
		</div>
	);
}
