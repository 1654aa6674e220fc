"use client";

import { Button, Link } from "@payloadcms/ui";
import { useEffect, useRef, useState } from "react";
import { sayCheck } from "@/domain/decisions/sayCheck";
import { formatPerson } from "@/domain/formatPerson";
import type { LivePacket } from "@/operations/decisions/readPacket";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { useRead } from "../parts/useRead";
import { usePlan } from "../plan/planContext";
import { RailCard } from "../plan/RailCard";
import { ProposeDialog } from "./ProposeDialog";
import "./decision.css";

/** How much of what is in the way is told before one opens the packet. */
const shown = 3;

/** READY or HOLD at a glance, what is in the way, and the way to the decision. */
export function GoNoGoCard() {
	const { plan } = usePlan();
	const {
		read: packet,
		problem,
		readAgain,
	} = useRead<LivePacket>(`/onboardings/${plan.onboardingId}/packet`, "The packet could not be read.");
	const [isAsking, setAsking] = useState(false);
	const seen = useRef(plan.readAt);
	useEffect(() => {
		if (seen.current === plan.readAt) return;
		// What was ticked since may have been in the way.
		seen.current = plan.readAt;
		readAgain();
	}, [plan.readAt, readAgain]);
	if (!packet) {
		return (
			<RailCard title="Go or no-go">
				<p className="kt-muted">{problem ?? "Reading the records…"}</p>
			</RailCard>
		);
	}
	const { recommendation, proposed, latest, mayPropose } = packet;
	return (
		<RailCard
			title="Go or no-go"
			fact={
				<StatusBadge
					status={recommendation}
					label={recommendation}
					tone={recommendation === "READY" ? "good" : "warn"}
				/>
			}
		>
			<InTheWay packet={packet} />
			{proposed ? (
				<p>
					{formatPerson(proposed.asked.by)} asked <RelativeTime at={proposed.asked.at} />.{" "}
					<Link href={recordPath(slug.decisions, proposed.id)} prefetch={false}>
						Read and decide
					</Link>
				</p>
			) : latest ? (
				<p>
					Last: {sayStatus(latest.status).toLowerCase()} <RelativeTime at={latest.decidedAt} />.{" "}
					<Link href={recordPath(slug.decisions, latest.id)} prefetch={false}>
						Packet
					</Link>
				</p>
			) : null}
			{mayPropose ? (
				<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
					{proposed ? "Bring it up to date" : "Propose a decision"}
				</Button>
			) : null}
			{isAsking ? <ProposeDialog packet={packet} onDone={readAgain} onClose={() => setAsking(false)} /> : null}
		</RailCard>
	);
}

function InTheWay({ packet: { says, checks, blockers } }: { packet: LivePacket }) {
	const held = checks.filter(({ result }) => result === "HOLD");
	const named = [
		...held.map(({ check, says: found }) => ({ key: check, title: sayCheck(check), detail: found })),
		...blockers.map(({ title, owner, assignee, record }) => ({
			key: record?.id ?? title,
			title,
			detail: assignee ?? owner ?? "",
		})),
	];
	return (
		<>
			<p>{says}</p>
			{named.length > 0 ? (
				<ul className="kt-gonogo__way">
					{named.slice(0, shown).map(({ key, title, detail }) => (
						<li key={key}>
							<strong>{title}</strong> <span className="kt-muted">{detail}</span>
						</li>
					))}
					{named.length > shown ? <li className="kt-muted">and {named.length - shown} more</li> : null}
				</ul>
			) : null}
		</>
	);
}
