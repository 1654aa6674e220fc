"use client";

import { Link, toast } from "@payloadcms/ui";
import { useEffect, useState } from "react";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import type { HeldEvent } from "@/operations/payments/listHeldEvents";
import { slug } from "@/slugs";
import { listPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { HeldRow } from "./HeldRow";
import "./held.css";

type ListProps = { initial: HeldEvent[]; total: number; waiting: ApprovalView[]; mayDecide: boolean };

/** The held events, one row each. A decided one leaves the list and says what became of it. */
export function HeldList({ initial, total, waiting, mayDecide }: ListProps) {
	const [held, setHeld] = useState(initial);
	useEffect(() => setHeld(initial), [initial]);
	const leave = (event: HeldEvent, message: string) => {
		setHeld((before) => before.filter(({ id }) => id !== event.id));
		toast.success(message);
	};
	const left = total - (initial.length - held.length);
	if (left === 0) {
		return (
			<EmptyState title="No payment is held">
				A payment that fits no invoice, comes from somebody unknown, or in another amount waits here.{" "}
				<Link href={listPath(slug.paymentEvents)} prefetch={false}>
					See every payment event
				</Link>
			</EmptyState>
		);
	}
	return (
		<>
			<p aria-live="polite">
				{left} {left === 1 ? "payment waits" : "payments wait"} for a decision, the oldest first.
				{mayDecide ? null : " Your role reads them; operations and finance decide."}
			</p>
			<ol className="kt-held">
				{held.map((event) => (
					<HeldRow
						key={event.id}
						event={event}
						waiting={waiting.find(({ paymentEventId }) => paymentEventId === event.id)}
						mayDecide={mayDecide}
						onDecided={(message) => leave(event, message)}
					/>
				))}
			</ol>
			{left > held.length ? (
				<p>
					And {left - held.length} more, which follow as these are decided:{" "}
					<Link href={listPath(slug.paymentEvents, { status: "held" })} prefetch={false}>
						See all that are held
					</Link>
				</p>
			) : null}
		</>
	);
}
