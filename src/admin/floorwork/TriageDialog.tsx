"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanIssue } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "../plan/planContext";

type Outcome = NonNullable<PlanIssue["outcome"]>;

/** Decides what becomes of an issue, and whose it is. */
export function TriageDialog({ issue, onClose }: { issue: PlanIssue; onClose(): void }) {
	const { plan, me, readAgain } = usePlan();
	const [outcome, setOutcome] = useState<Outcome>(
		issue.outcome ?? (issue.severity === "blocker" ? "fix_now" : "roadmap"),
	);
	const [owner, setOwner] = useState(issue.owner?.id ?? me.id);
	const [link, setLink] = useState(issue.roadmapLink ?? "");
	const save = async () => {
		await callApi(`/${slug.pilotIssues}/${issue.id}?depth=0`, {
			method: "PATCH",
			body: { status: "triaged", outcome, owner: owner || null, roadmapLink: link.trim() || null },
		});
		toast.success("Triaged.");
		await readAgain();
	};
	return (
		<ActDialog
			title={`Triage: ${issue.title}`}
			verb="Triage"
			busyVerb="Saving…"
			isReady={outcome !== "roadmap" || link.trim() !== ""}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<>
					{issue.detail ? <p>{issue.detail}</p> : null}
					<DialogField
						label="What becomes of it"
						type="select"
						value={outcome}
						onChange={(value) => setOutcome(value as Outcome)}
						options={[
							{ value: "fix_now", label: "Fix now" },
							{ value: "training", label: "Answer with training" },
							{ value: "roadmap", label: "Roadmap" },
							{ value: "wont_fix", label: "Leave as it is" },
						]}
						problem={fields.outcome}
						hasFocus
					/>
					<DialogField
						label="Owner"
						type="select"
						value={owner}
						onChange={setOwner}
						options={plan.people.vendor.map(({ id, name }) => ({ value: id, label: name }))}
						problem={fields.owner}
					/>
					<DialogField
						label="Roadmap link"
						value={link}
						onChange={setLink}
						problem={fields.roadmapLink}
						hint={outcome === "roadmap" ? "Where it stands on the roadmap." : "Only for the roadmap."}
					/>
				</>
			)}
		</ActDialog>
	);
}
