"use client";

import { capitalised } from "@/domain/inWords";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { whoWords } from "./whoWords";

/** Gate, run, whom it waits for, what comes next: the four answers before any click. */
export function Standing({ live }: { live: OnboardingLive }) {
	const { gate, run, waitingOn, nextDate } = live;
	const met = gate.conditions.filter(({ isMet }) => isMet).length;
	return (
		<dl className="kt-standing">
			<div>
				<dt>Gate</dt>
				<dd>
					<StatusBadge
						status={gate.isOpen ? "open" : "closed"}
						label={gate.isOpen ? "Open" : "Closed"}
						tone={gate.isOpen ? "good" : "waiting"}
					/>
				</dd>
				<dd className="kt-standing__note">
					{met} of {gate.conditions.length} conditions met
				</dd>
			</div>
			<div>
				<dt>Run</dt>
				<dd>{run ? <StatusBadge status={run.status} /> : <span className="kt-muted">none yet</span>}</dd>
				<dd className="kt-standing__note">
					<StatusBadge status={live.casino.status} label={`${capitalised(live.casino.word)} ${live.casino.status}`} />
				</dd>
			</div>
			<div>
				<dt>Waiting on</dt>
				<dd>{whoWords[waitingOn.who]}</dd>
				<dd className="kt-standing__note">{waitingOn.what}</dd>
			</div>
			<div>
				<dt>Next date</dt>
				<dd>{nextDate ? <RelativeTime at={nextDate.at} /> : <span className="kt-muted">none</span>}</dd>
				<dd className="kt-standing__note">{nextDate?.what ?? "No date is set."}</dd>
			</div>
		</dl>
	);
}
