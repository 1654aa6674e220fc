"use client";

import { Button, Link } from "@payloadcms/ui";
import { useState } from "react";
import { counted } from "@/domain/inWords";
import { usePlan } from "../plan/planContext";
import { RailCard } from "../plan/RailCard";
import { type Copied, LessonsDialog } from "./LessonsDialog";
import { lessonsPath } from "./lessonsPath";

/** Of an onboarding that is live or finished: what it has to say about its playbook, for the next version. */
export function LessonsCard() {
	const { plan, me } = usePlan();
	const [isAsking, setAsking] = useState(false);
	const [copied, setCopied] = useState<Copied | null>(null);
	const isLive = plan.dates.wentLiveAt !== null || plan.status === "completed";
	const mayDraft = me.role === "admin" || me.role === "ops";
	if (!isLive || !mayDraft || !plan.playbook) return null;
	return (
		<RailCard title="Lessons">
			{copied ? (
				<p role="status">
					{copied.lessons === 0 ? "Your notes stand" : `${counted(copied.lessons, "deviation")} and your notes stand`}{" "}
					in the draft of the next version.{" "}
					<Link href={lessonsPath(copied.playbook)} prefetch={false}>
						Open the draft
					</Link>
				</p>
			) : (
				<p className="kt-muted">What went otherwise than planned can help the next customer.</p>
			)}
			<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
				Propose playbook changes
			</Button>
			{isAsking ? <LessonsDialog onCopied={setCopied} onClose={() => setAsking(false)} /> : null}
		</RailCard>
	);
}
