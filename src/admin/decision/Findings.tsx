"use client";

import type { ReactNode } from "react";
import { sayDay } from "@/domain/calendar/sayDay";
import type { Check } from "@/domain/decisions/check";
import type { DoneLine } from "@/domain/decisions/definitionOfDone";
import type { ItemBlocker } from "@/domain/decisions/findGoLiveBlockers";
import type { Checkpoint } from "@/domain/decisions/packet";
import { sayCheck } from "@/domain/decisions/sayCheck";
import { StatusBadge } from "../parts/StatusBadge";
import { RecordLink } from "./RecordLink";

function Part({ title, fact, children }: { title: string; fact?: string; children: ReactNode }) {
	return (
		<section className="kt-sheet__part">
			<h3>
				{title} {fact ? <span className="kt-muted">{fact}</span> : null}
			</h3>
			{children}
		</section>
	);
}

/** The checks of a paid access: each with its result, what was found, and the record. */
export function Checks({ checks }: { checks: readonly Check[] }) {
	const passed = checks.filter(({ result }) => result === "PASS").length;
	return (
		<Part title="Checks" fact={`${passed} of ${checks.length} pass`}>
			<ul className="kt-sheet__lines">
				{checks.map(({ check, result, says, record }) => (
					<li key={check}>
						<StatusBadge status={result} label={result} tone={result === "PASS" ? "good" : "warn"} />
						<div>
							<strong>{sayCheck(check)}</strong>
							<p>
								{says} <RecordLink record={record} />
							</p>
						</div>
					</li>
				))}
			</ul>
		</Part>
	);
}

/** What stands in the way, whose it is, and until when. */
export function Blockers({ blockers }: { blockers: readonly ItemBlocker[] }) {
	return (
		<Part title="Blockers" fact={blockers.length > 0 ? String(blockers.length) : ""}>
			{blockers.length === 0 ? <p className="kt-muted">No item is due before the go-live.</p> : null}
			<ul className="kt-sheet__lines kt-sheet__blockers">
				{blockers.map(({ title, owner, side, assignee, dueAt, isOverdue, phase, record }) => (
					<li key={record?.id ?? title}>
						<StatusBadge
							status={isOverdue ? "overdue" : "due"}
							label={dueAt ? `${isOverdue ? "Overdue " : ""}${sayDay(dueAt)}` : "No date"}
							tone={isOverdue ? "bad" : "waiting"}
						/>
						<div>
							<strong>{title}</strong>
							<p>
								{[assignee ?? "Unassigned", side === "customer" ? `${owner}, the customer's` : owner, phase].join(
									" · ",
								)}{" "}
								<RecordLink record={record} />
							</p>
						</div>
					</li>
				))}
			</ul>
		</Part>
	);
}

/** The definition of done, line by line. */
export function DefinitionOfDone({ lines }: { lines: readonly DoneLine[] }) {
	return (
		<Part title="Definition of done" fact={`${lines.filter(({ done }) => done).length} of ${lines.length}`}>
			<ul className="kt-sheet__lines">
				{lines.map(({ line, done, says, record }) => (
					<li key={line}>
						<StatusBadge
							status={done ? "done" : "to come"}
							label={done ? "Done" : "To come"}
							tone={done ? "good" : "waiting"}
						/>
						<div>
							<strong>{line}</strong>
							<p>
								{says} <RecordLink record={record} />
							</p>
						</div>
					</li>
				))}
			</ul>
		</Part>
	);
}

/** Done, in progress, blockers, and how sure of the date. */
export function CheckpointPart({ checkpoint }: { checkpoint: Checkpoint }) {
	const { done, inProgress, blockers, etaConfidence, goLiveAt, forecastAt } = checkpoint;
	const facts: [string, ReactNode][] = [
		["Done", done.length > 0 ? done.map((each) => <p key={each}>{each}</p>) : "Nothing yet"],
		["In progress", inProgress.length > 0 ? inProgress.map((each) => <p key={each}>{each}</p>) : "Nothing"],
		["Blockers", blockers === 0 ? "None" : String(blockers)],
		[
			"Confidence in the date",
			etaConfidence ? etaConfidence.replace(/^./, (first) => first.toUpperCase()) : "Not said yet",
		],
		["Go-live promised", goLiveAt ? sayDay(goLiveAt) : "No date"],
		["Go-live expected", forecastAt ? sayDay(forecastAt) : "No date"],
	];
	return (
		<Part title="Checkpoint">
			<dl className="kt-sheet__facts">
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</Part>
	);
}

/** A decision's subject in a few sentences. */
export function Subject({ title, children }: { title: string; children: ReactNode }) {
	return <Part title={title}>{children}</Part>;
}
