"use client";

import { Button } from "@payloadcms/ui";
import { useMemo, useState } from "react";
import { counted } from "@/domain/inWords";
import { findPlaybookFaults } from "@/domain/playbook/findPlaybookFaults";
import { isSame, sayDifference } from "@/domain/playbook/sayDifference";
import { registers } from "@/operations/playbooks/registers";
import type { PlaybookReleases } from "@/operations/views/readPlaybookReleases";
import { Difference } from "../difference/Difference";
import { ReadDialog } from "../parts/ReadDialog";
import { FaultList } from "./FaultList";
import { Releases } from "./Releases";
import { useDraftContent } from "./useDraftContent";
import "./playbook.css";

const draftWords = {
	added: { title: "Added" },
	changed: { title: "Changed" },
	removed: { title: "Removed" },
} as const;

/** Beside the form as it is now, saved or not: its distance from what is published, and its faults with the way to each. */
export function StandingPanel({ found: { releases, newest } }: { found: PlaybookReleases }) {
	const draft = useDraftContent();
	const [isReading, setReading] = useState(false);
	const faults = useMemo(() => (draft ? findPlaybookFaults(draft, registers) : []), [draft]);
	const difference = useMemo(
		() => (draft && newest ? sayDifference({ from: newest, to: draft }) : null),
		[draft, newest],
	);
	const last = releases[0]?.version;
	const isUnchanged = difference !== null && isSame(difference);
	return (
		<section className="kt-playbook" aria-label="Before publishing">
			<div className="kt-playbook__line">
				<p>
					{last === undefined
						? "Nothing is published yet: no onboarding can follow this playbook."
						: isUnchanged
							? `Says the same as version ${last}. Publishing makes no new version.`
							: difference
								? `Publishing makes version ${last + 1}: ${sayCounts(difference.items)}.`
								: `Version ${last} is published.`}
				</p>
				{difference && !isUnchanged ? (
					<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setReading(true)}>
						Compare with version {last}
					</Button>
				) : null}
			</div>
			<FaultList faults={faults} />
			<Releases releases={releases} />
			{isReading && difference ? (
				<ReadDialog
					title={`This draft beside version ${last}`}
					onClose={() => setReading(false)}
					buttons={
						<Button
							type="button"
							size="medium"
							margin={false}
							buttonStyle="secondary"
							onClick={() => setReading(false)}
						>
							Close
						</Button>
					}
				>
					<p>Running onboardings keep their version until this one is applied to them.</p>
					<Difference difference={difference} words={draftWords} />
				</ReadDialog>
			) : null}
		</section>
	);
}

function sayCounts({ added, changed, removed }: Record<"added" | "changed" | "removed", readonly unknown[]>): string {
	const parts = [
		added.length > 0 ? `${counted(added.length, "item")} added` : null,
		changed.length > 0 ? `${counted(changed.length, "item")} changed` : null,
		removed.length > 0 ? `${counted(removed.length, "item")} removed` : null,
	].filter(Boolean);
	return parts.join(", ") || "no item changed, but phases or the playbook itself";
}
