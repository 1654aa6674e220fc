"use client";

import { Button, Link, toast } from "@payloadcms/ui";
import { useState } from "react";
import type { HealthReason } from "@/domain/health/healthReason";
import { recordPath } from "../parts/adminPath";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { sayRecord } from "./sayRecord";

/** Why it is green, yellow or red, by which record and since when; and that somebody has seen it. */
export function HealthCard() {
	const { plan, mayPlan } = usePlan();
	const [isAsking, setAsking] = useState(false);
	const { level, since, reasons, acknowledgedAt, needsAcknowledgement } = plan.health;
	return (
		<RailCard
			title="Health"
			fact={
				<>
					<StatusBadge status={level} />
					{since ? (
						<span className="kt-muted">
							<RelativeTime at={since} />
						</span>
					) : null}
				</>
			}
		>
			{reasons.length === 0 ? <p className="kt-muted">No issues found.</p> : null}
			<ul className="kt-plan-health">
				{reasons.map((reason) => (
					<Reason key={`${reason.rule} ${reason.record?.id ?? ""}`} reason={reason} />
				))}
			</ul>
			{needsAcknowledgement && mayPlan ? (
				<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
					Acknowledge
				</Button>
			) : null}
			{needsAcknowledgement && !mayPlan ? <p className="kt-muted">Nobody has acknowledged it yet.</p> : null}
			{!needsAcknowledgement && acknowledgedAt && level !== "green" ? (
				<p className="kt-muted">
					Acknowledged <RelativeTime at={acknowledgedAt} />
				</p>
			) : null}
			{isAsking ? <AcknowledgeDialog onClose={() => setAsking(false)} /> : null}
		</RailCard>
	);
}

function Reason({ reason: { level, says, record, since } }: { reason: HealthReason }) {
	const { plan, goTo } = usePlan();
	const item = record?.collection === "checklist-items" ? plan.items.find(({ id }) => id === record.id) : undefined;
	return (
		<li>
			<StatusBadge status={level} />
			<p>
				{says}{" "}
				<span className="kt-plan-health__more">
					{item ? (
						<button type="button" className="kt-link" onClick={() => goTo(item)}>
							Show the item
						</button>
					) : record && record.collection !== "onboardings" ? (
						<Link href={recordPath(record.collection, record.id)} prefetch={false}>
							{sayRecord(record.collection)}
						</Link>
					) : null}
					<span className="kt-muted">
						since <RelativeTime at={since} />
					</span>
				</span>
			</p>
		</li>
	);
}

function AcknowledgeDialog({ onClose }: { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	return (
		<ReasonDialog
			title="Acknowledge the health"
			verb="Acknowledge"
			busyVerb="Saving…"
			says={<p>You have seen why it is {plan.health.level}. What is not acknowledged in time becomes a risk.</p>}
			label="What happens next"
			onClose={onClose}
			onAct={async (note) => {
				await callApi(`/onboardings/${plan.onboardingId}/acknowledge`, { body: { note } });
				toast.success("Acknowledged.");
				await readAgain();
			}}
		/>
	);
}
