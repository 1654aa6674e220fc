"use client";

import { type DecisionPacket, formatSignature } from "@/domain/decisions/packet";
import { Difference } from "../difference/Difference";
import { EndTime } from "../parts/EndTime";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { sayMoment } from "../parts/sayTime";
import { upgradeWords } from "../upgrade/upgradeWords";
import { Blockers, CheckpointPart, Checks, DefinitionOfDone, Subject } from "./Findings";
import { RecordLink } from "./RecordLink";

/** What a decision is about: what was known, by its kind. */
export function PacketView({ packet }: { packet: DecisionPacket }) {
	switch (packet.kind) {
		case "go_no_go":
			return (
				<>
					<Checks checks={packet.checks} />
					<Blockers blockers={packet.blockers} />
					<CheckpointPart checkpoint={packet.checkpoint} />
					<DefinitionOfDone lines={packet.definitionOfDone} />
				</>
			);
		case "waiver":
			return (
				<Subject title="What is waived">
					<p>
						<strong>{packet.item.title}</strong>{" "}
						<RecordLink record={{ collection: "checklist-items", id: packet.item.id }} />
					</p>
					<p>
						{packet.item.phase}. {packet.item.says}
					</p>
					<p>
						Until <EndTime at={packet.expiresAt} /> it holds nobody up; then it opens again.
					</p>
				</Subject>
			);
		case "freeze_override":
			return (
				<Subject title="What is lifted">
					<p suppressHydrationWarning>
						Settings are frozen from {sayMoment(new Date(packet.freeze.from))} to{" "}
						{sayMoment(new Date(packet.freeze.until))}.
					</p>
					<p>
						They may be changed all the same until <RelativeTime at={packet.expiresAt} />.
					</p>
				</Subject>
			);
		case "primary_tool":
			return (
				<>
					<Subject title="What was signed">
						<p>This is our primary tool for the agreed workflows.</p>
						<p className="kt-sheet__signature">{formatSignature(packet)}</p>
					</Subject>
					<Subject title="Use, week by week">
						<ul className="kt-sheet__lines">
							{packet.weeks.map(({ id, meets, says }) => (
								<li key={id}>
									<StatusBadge status={meets ? "met" : "missed"} tone={meets ? "good" : "warn"} />
									<p>{says}</p>
								</li>
							))}
						</ul>
					</Subject>
					<DefinitionOfDone lines={packet.definitionOfDone} />
				</>
			);
		case "plan_change":
			return (
				<Subject title={`Version ${packet.to} of the playbook instead of version ${packet.from}`}>
					<Difference difference={packet.difference} words={upgradeWords.done} />
				</Subject>
			);
	}
}
