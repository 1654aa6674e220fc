"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import type { VendorRole } from "@/access/roles";
import { mayApprove } from "@/domain/approvals/approvers";
import { poTransitions } from "@/domain/poStatus";
import { canTransition } from "@/domain/transition";
import type { LiveInvoice } from "@/operations/live/onboardingLive";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { EndTime } from "../parts/EndTime";
import { Money } from "../parts/Money";
import { StatusBadge } from "../parts/StatusBadge";

type Decision = "request" | "approve" | "reject";

const labels: Record<Decision, { button: string; verb: string; busy: string; title: string }> = {
	approve: { button: "Approve the PO", verb: "Approve", busy: "Approving…", title: "Approve the purchase order" },
	request: { button: "Ask for approval", verb: "Ask for approval", busy: "Asking…", title: "Ask for approval" },
	reject: { button: "Reject", verb: "Reject", busy: "Rejecting…", title: "Reject the purchase order" },
};

/** The purchase order of an invoice: where it stands, and its approval in place. */
export function PurchaseOrder({ invoice, role }: { invoice: LiveInvoice; role: VendorRole | null }) {
	const [decision, setDecision] = useState<Decision | null>(null);
	const { po } = invoice;
	const isWaiting = invoice.status === "draft" || invoice.status === "open";
	const isOwnHalf = po.status === "requested" && po.hasOwnSeat;
	const offered =
		isWaiting && mayApprove(role, "purchase_order")
			? decisionsFor(po.status).filter((one) => one !== "approve" || !isOwnHalf)
			: [];
	return (
		<div className="kt-po">
			<p className="kt-po__state">
				<StatusBadge
					status={po.status}
					label={po.status === "none" ? "No purchase order yet" : `PO ${po.number ?? ""} ${po.status}`}
					tone={po.status === "none" ? "waiting" : undefined}
				/>
				{po.status === "approved" && po.expiresAt ? (
					<span>
						until <EndTime at={po.expiresAt} />
					</span>
				) : null}
				{po.status === "requested" && po.approvedBy ? (
					<span>
						Waiting for another approver.{" "}
						{po.hasOwnSeat ? "You approved it." : `Approved by ${po.approvedBy}: your approval is the second.`}
					</span>
				) : null}
				{po.status === "requested" && !po.approvedBy && po.reason ? <span>{po.reason}</span> : null}
				{po.status === "approved" && po.approvedBy ? (
					<span>by {[po.approvedBy, po.secondApprover].filter(Boolean).join(" and ")}</span>
				) : null}
			</p>
			{offered.length > 0 ? (
				<div className="kt-acts">
					{offered.map((one, index) => (
						<Button
							key={one}
							type="button"
							size="small"
							margin={false}
							buttonStyle={index === 0 ? "primary" : "secondary"}
							onClick={() => setDecision(one)}
						>
							{labels[one].button}
						</Button>
					))}
				</div>
			) : null}
			{decision ? <DecisionDialog invoice={invoice} decision={decision} onClose={() => setDecision(null)} /> : null}
		</div>
	);
}

function decisionsFor(status: LiveInvoice["po"]["status"]): Decision[] {
	const results = { approve: "approved", request: "requested", reject: "rejected" } as const;
	const all: Decision[] = ["approve", "request", "reject"];
	// Asking again for what is approved would only take the approval back, which rejecting says plainly.
	if (status === "approved") return ["reject"];
	return all.filter((decision) => canTransition(poTransitions, status, results[decision]));
}

function DecisionDialog({ invoice, decision, onClose }: { invoice: LiveInvoice; decision: Decision; onClose(): void }) {
	const [number, setNumber] = useState(invoice.po.number ?? "");
	const [reason, setReason] = useState("");
	const [expires, setExpires] = useState("");
	const { title, verb, busy } = labels[decision];
	const decide = async () => {
		const body = {
			decision,
			reason,
			...(number.trim() ? { number } : {}),
			...(invoice.amountDue === null ? {} : { seen: { amount: invoice.amountDue, currency: invoice.currency } }),
			...(decision === "approve" && expires ? { expiresAt: expires } : {}),
		};
		const { message } = await callApi<{ message: string }>(`/invoices/${invoice.id}/purchase-order`, { body });
		toast.success(message);
	};
	return (
		<ActDialog
			title={`${title}: ${invoice.number}`}
			verb={verb}
			busyVerb={busy}
			isDangerous={decision === "reject"}
			isReady={isReason(reason) && number.trim() !== ""}
			onClose={onClose}
			onAct={decide}
		>
			{({ fields }) => {
				const problemOf = (name: string) => fields[name] ?? fields[`po.${name}`];
				const isNumbered = Boolean(invoice.po.number);
				const why = "Who agreed to it, and where it can be read.";
				return (
					<>
						<p>
							<Money amount={invoice.amountDue} currency={invoice.currency} /> {whatHappens(decision, invoice)}
						</p>
						<DialogField
							label="Number of the purchase order"
							value={number}
							onChange={setNumber}
							problem={problemOf("number")}
							hasFocus={!isNumbered}
						/>
						{decision === "approve" ? (
							<ExpiryField value={expires} onChange={setExpires} problem={problemOf("expiresAt")} />
						) : null}
						<DialogField
							label="Reason"
							type="textarea"
							value={reason}
							onChange={setReason}
							problem={problemOf("reason")}
							hint={why}
							hasFocus={isNumbered}
						/>
					</>
				);
			}}
		</ActDialog>
	);
}

function ExpiryField(field: { value: string; onChange(value: string): void; problem: string | undefined }) {
	return (
		<DialogField {...field} label="Holds until" type="date" hint="Left empty, it holds as long as the settings say." />
	);
}

function whatHappens(decision: Decision, { po }: LiveInvoice): string {
	if (decision === "request") return "waits for finance or an admin to approve the purchase order.";
	if (decision === "reject") return "is not covered by this purchase order any more. A run that has started goes on.";
	return po.approvedBy
		? `was approved by ${po.approvedBy}. With your approval the invoice clears the gate; provisioning may start at once.`
		: "is covered: the invoice clears the gate and provisioning may start at once. Above the settings' limit a second person has to agree.";
}
