"use client";

import { Button, Link } from "@payloadcms/ui";
import type { ReactNode } from "react";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { formatPerson } from "@/domain/formatPerson";
import type { DecisionView } from "@/operations/decisions/readDecision";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { CopyId } from "../parts/CopyId";
import { EndTime } from "../parts/EndTime";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";
import { PacketView } from "./PacketView";
import { VerdictForm } from "./VerdictForm";
import "./decision.css";

const tones: Record<DecisionView["status"], Tone> = {
	proposed: "waiting",
	approved: "good",
	overridden: "warn",
	rejected: "ended",
	expired: "ended",
};

/** READY or HOLD, and why; the decision; then what was frozen, with its hash. */
export function DecisionSheet({ view }: { view: DecisionView }) {
	const { packet, status, title } = view;
	return (
		<article className="kt-sheet" aria-label={title}>
			<header className="kt-sheet__head">
				<div>
					<h2>{title}</h2>
					<p className="kt-sheet__state">
						<StatusBadge status={status} tone={tones[status]} />
						{view.expiresAt ? (
							<span>
								{status === "expired" ? "ended" : "until"} <EndTime at={view.expiresAt} />
							</span>
						) : null}
					</p>
				</div>
				{packet?.kind === "go_no_go" ? <Recommendation packet={packet} /> : null}
			</header>
			{packet ? (
				<>
					<Frame packet={packet} isLive={status === "proposed" && packet.kind === "go_no_go"} />
					{view.offered.length > 0 ? <VerdictForm view={view} packet={packet} /> : null}
					{view.whyNot ? <p className="kt-sheet__note kt-no-print">{view.whyNot}</p> : null}
					<PacketView packet={packet} />
				</>
			) : (
				<p className="kt-muted">What was known was not kept with this decision.</p>
			)}
			<Seal view={view} />
		</article>
	);
}

function Recommendation({ packet }: { packet: Extract<DecisionPacket, { kind: "go_no_go" }> }) {
	const isReady = packet.recommendation === "READY";
	return (
		<div className="kt-sheet__call" data-ready={isReady}>
			<StatusBadge status={packet.recommendation} label={packet.recommendation} tone={isReady ? "good" : "warn"} />
			<p>{packet.says}</p>
		</div>
	);
}

/** About whom, who asked, who decided, and as of when. */
function Frame({ packet, isLive }: { packet: DecisionPacket; isLive: boolean }) {
	const { asked, decided, onboarding, casino, playbook, asOf } = packet;
	const facts: [string, ReactNode][] = [
		[
			"Customer",
			<Link key="customer" href={recordPath(slug.onboardings, onboarding.id)} prefetch={false}>
				{casino.name}
			</Link>,
		],
		["Playbook", `${playbook.name}, version ${playbook.version}`],
		["Asked for", <Act key="asked" by={formatPerson(asked.by)} at={asked.at} reason={asked.reason} />],
	];
	if (decided) {
		facts.push([
			sayStatus(decided.outcome),
			<Act key="decided" by={formatPerson(decided.by)} at={decided.at} reason={decided.reason} />,
		]);
	}
	facts.push([isLive ? "Records read" : "Records as of", <RelativeTime key="asOf" at={asOf} />]);
	return (
		<dl className="kt-sheet__facts">
			{facts.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

function Act({ by, at, reason }: { by: string; at: string; reason: string | null }) {
	return (
		<>
			{by}, <RelativeTime at={at} />
			{reason ? <span className="kt-sheet__reason">{reason}</span> : null}
		</>
	);
}

/** Proof that nothing was changed since, and the copies to take along. */
function Seal({ view: { id, hash, isHashRight } }: { view: DecisionView }) {
	return (
		<footer className="kt-sheet__seal">
			{hash ? (
				<p>
					<StatusBadge
						status={isHashRight ? "frozen" : "broken"}
						label={isHashRight ? "Frozen, and its hash is right" : "The hash is not that of what is stored"}
						tone={isHashRight ? "good" : "bad"}
					/>{" "}
					SHA-256 <CopyId id={hash} label="hash" />
					<code className="kt-sheet__hash">{hash}</code>
				</p>
			) : (
				<p className="kt-muted">Frozen with a hash when it is decided.</p>
			)}
			<div className="kt-sheet__copies kt-no-print">
				<a href={`/api/exports/decisions/${id}.pdf`} className="btn btn--style-secondary btn--size-small">
					Download as PDF
				</a>
				<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => window.print()}>
					Print
				</Button>
			</div>
		</footer>
	);
}
