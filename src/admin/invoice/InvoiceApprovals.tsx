"use client";

import { formatPerson } from "@/domain/formatPerson";
import { formatMoney } from "@/domain/money";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import { ApprovalSeats } from "../approval/ApprovalSeats";
import { WaitingApproval } from "../approval/WaitingApproval";
import { RelativeTime } from "../parts/RelativeTime";
import { Shape } from "../parts/Shape";
import { StatusBadge } from "../parts/StatusBadge";

/** What waits for a person first, then what holds, then what ended and why. */
export function InvoiceApprovals({ approvals, onDone }: { approvals: ApprovalView[]; onDone(message: string): void }) {
	const ended = approvals.filter(({ status }) => status !== "awaiting" && status !== "approved");
	return (
		<>
			{approvals.map((approval) =>
				approval.status === "awaiting" ? (
					<WaitingApproval key={approval.id} approval={approval} onDone={onDone} />
				) : approval.status === "approved" ? (
					<section key={approval.id} className="kt-approval" aria-label={approval.title}>
						<h3>
							{approval.title}
							<StatusBadge status="approved" />
						</h3>
						<ApprovalSeats approval={approval} />
					</section>
				) : null,
			)}
			{ended.length > 0 ? (
				<section className="kt-approval" aria-label="Earlier approvals">
					{ended.map((approval) => (
						<Ended key={approval.id} approval={approval} />
					))}
				</section>
			) : null}
		</>
	);
}

const ends: Readonly<Record<string, string>> = { withdrawn: "Withdrawn", rejected: "Rejected", expired: "Expired" };

function Ended({ approval }: { approval: ApprovalView }) {
	const { title, amount, currency, seats, status, endedAt, endedBecause } = approval;
	const who = seats.flatMap(({ who: name, isUnproved }) => (name ? [formatPerson({ name, isUnproved })] : []));
	const money = amount === null || !currency ? "" : ` (${formatMoney(amount, currency)})`;
	return (
		<p className="kt-approval__ended">
			<Shape name="void" />
			<span>
				{title}
				{money}: {who.length > 0 ? `approved by ${who.join(" and ")}. ` : ""}
				{ends[status]} {endedAt ? <RelativeTime at={endedAt} withDay /> : null}
				{endedBecause ? `. ${endedBecause}` : "."}
			</span>
		</p>
	);
}
