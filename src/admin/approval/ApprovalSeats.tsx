import type { ApprovalView } from "@/operations/approvals/readApprovals";
import { RelativeTime } from "../parts/RelativeTime";
import { Shape } from "../parts/Shape";
import "./approval.css";

/** Who sits, which seat is empty and for whom, and what the approval is bound to. */
export function ApprovalSeats({ approval }: { approval: ApprovalView }) {
	const { seats, isYours, status, boundTo } = approval;
	return (
		<>
			<ol className="kt-seats" aria-label="Approvers">
				{seats.map(({ who, at, reason, isUnproved }, place) => (
					<li key={place === 0 ? "first" : "second"} data-empty={who === null}>
						<span className="kt-seats__mark" aria-hidden="true">
							{who ? initialsOf(who) : place + 1}
						</span>
						<span>
							<b>{who ?? (status !== "awaiting" ? "Nobody" : isYours ? "You may approve" : "Another approver")}</b>
							<small>
								{at ? <RelativeTime at={at} withDay /> : who || status !== "awaiting" ? null : "Not approved yet"}
							</small>
							{who && isUnproved ? <small>Address not proved</small> : null}
							{reason ? <q>{reason}</q> : null}
						</span>
					</li>
				))}
			</ol>
			<p className="kt-approval__bound">
				<Shape name="lock" /> {boundTo}
			</p>
		</>
	);
}

function initialsOf(name: string): string {
	const words = name
		.replace(/@.*/, "")
		.split(/[\s.]+/)
		.filter(Boolean);
	return words
		.slice(0, 2)
		.map((word) => Array.from(word)[0]?.toUpperCase() ?? "")
		.join("");
}
