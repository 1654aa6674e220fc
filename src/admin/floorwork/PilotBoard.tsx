"use client";

import { Button, Link } from "@payloadcms/ui";
import { useState } from "react";
import { type PilotIssueStatus, pilotIssueStatuses, pilotIssueTransitions } from "@/domain/pilotIssueStatus";
import { safeLink } from "@/domain/safeLink";
import type { PlanIssue } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { Scroll } from "../parts/Scroll";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";
import { usePlan } from "../plan/planContext";
import { useRecord } from "../plan/useRecord";
import { IssueDialog } from "./IssueDialog";
import { PilotUse } from "./PilotUse";
import { Section } from "./Section";
import { TriageDialog } from "./TriageDialog";

const verbs: Record<PilotIssueStatus, string> = {
	open: "Open again",
	triaged: "Triage",
	fixed: "Fixed",
	deferred: "To the roadmap",
	closed: "Close",
};
const outcomes = {
	fix_now: "fix now",
	training: "answer with training",
	roadmap: "roadmap",
	wont_fix: "leave as it is",
} as const;
const severityTones: Record<PlanIssue["severity"], Tone> = { blocker: "bad", major: "warn", minor: "waiting" };

/** The pilot's log as a board: what is new, what was decided on it, what came of it. */
export function PilotBoard() {
	const { plan, mayPlan } = usePlan();
	const [isLogging, setLogging] = useState(false);
	const { issues } = plan;
	const open = issues.filter(({ status }) => status === "open" || status === "triaged");
	return (
		<Section
			title="Pilot log"
			fact={issues.length === 0 ? "nothing logged" : `${open.length} of ${issues.length} open`}
			isFolded={open.length === 0}
			action={
				mayPlan ? (
					<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setLogging(true)}>
						Log an issue
					</Button>
				) : null
			}
		>
			<PilotUse />
			{issues.length === 0 ? (
				<p className="kt-muted">Log what goes wrong in the pilot. Blockers are fixed; the rest goes to the roadmap.</p>
			) : (
				<Scroll className="kt-pilot-board" label="Pilot issues by status">
					{pilotIssueStatuses.map((status) => (
						<Column key={status} status={status} issues={issues.filter((issue) => issue.status === status)} />
					))}
				</Scroll>
			)}
			{isLogging ? <IssueDialog onClose={() => setLogging(false)} /> : null}
		</Section>
	);
}

function Column({ status, issues }: { status: PilotIssueStatus; issues: PlanIssue[] }) {
	return (
		<div className="kt-pilot-board__column">
			<h3>
				{sayStatus(status)} <span className="kt-count">{issues.length}</span>
			</h3>
			<ul aria-label={sayStatus(status)}>
				{issues.map((issue) => (
					<Issue key={issue.id} issue={issue} />
				))}
			</ul>
		</div>
	);
}

function Issue({ issue }: { issue: PlanIssue }) {
	const { mayPlan } = usePlan();
	const { isBusy, change } = useRecord(`/${slug.pilotIssues}/${issue.id}`);
	const [isTriaging, setTriaging] = useState(false);
	const move = (to: PilotIssueStatus) => (to === "triaged" ? setTriaging(true) : void change({ status: to }));
	return (
		<li className="kt-issue">
			<Link href={recordPath(slug.pilotIssues, issue.id)} prefetch={false}>
				{issue.title}
			</Link>
			<p className="kt-facts-line">
				<StatusBadge status={issue.severity} tone={severityTones[issue.severity]} />
				<span>
					found <RelativeTime at={issue.foundAt} />
				</span>
				{issue.owner ? <span>{issue.owner.name}</span> : null}
				{issue.outcome ? <span>{outcomes[issue.outcome]}</span> : null}
				{issue.roadmapLink ? (
					<a href={safeLink(issue.roadmapLink) ?? undefined} target="_blank" rel="noreferrer">
						Roadmap
					</a>
				) : null}
			</p>
			{mayPlan ? (
				<div className="kt-item__acts">
					{pilotIssueTransitions[issue.status].map((to) => (
						<button
							key={to}
							type="button"
							className="kt-act"
							aria-label={`${verbs[to]}: ${issue.title}`}
							disabled={isBusy}
							onClick={() => move(to)}
						>
							{verbs[to]}
						</button>
					))}
				</div>
			) : null}
			{isTriaging ? <TriageDialog issue={issue} onClose={() => setTriaging(false)} /> : null}
		</li>
	);
}
