"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanIssue } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "../plan/planContext";

/** Logs what went wrong in the pilot. */
export function IssueDialog({ onClose }: { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const [title, setTitle] = useState("");
	const [detail, setDetail] = useState("");
	const [severity, setSeverity] = useState<PlanIssue["severity"]>("major");
	const [reportedBy, setReportedBy] = useState("");
	const save = async () => {
		await callApi(`/${slug.pilotIssues}?depth=0`, {
			body: {
				casino: plan.casino.id,
				onboarding: plan.onboardingId,
				title: title.trim(),
				severity,
				...(detail.trim() ? { detail: detail.trim() } : {}),
				...(reportedBy.trim() ? { reportedBy: reportedBy.trim() } : {}),
			},
		});
		toast.success("Logged.");
		await readAgain();
	};
	return (
		<ActDialog
			title="Log a pilot issue"
			verb="Log the issue"
			busyVerb="Saving…"
			isReady={title.trim() !== ""}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<>
					<DialogField label="What went wrong" value={title} onChange={setTitle} problem={fields.title} hasFocus />
					<DialogField
						label="Severity"
						type="select"
						value={severity}
						onChange={(value) => setSeverity(value as PlanIssue["severity"])}
						options={[
							{ value: "blocker", label: "Blocker: the work cannot be done" },
							{ value: "major", label: "Major: it can be done another way" },
							{ value: "minor", label: "Minor" },
						]}
						problem={fields.severity}
					/>
					<DialogField
						label="Detail"
						type="textarea"
						value={detail}
						onChange={setDetail}
						problem={fields.detail}
						hint="What happened, and what was expected."
					/>
					<DialogField label="Reported by" value={reportedBy} onChange={setReportedBy} problem={fields.reportedBy} />
				</>
			)}
		</ActDialog>
	);
}
