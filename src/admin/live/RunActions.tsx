"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import type { LiveGate, LiveRun, LiveStep, OnboardingLive } from "@/operations/live/onboardingLive";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { ReasonDialog } from "../parts/ReasonDialog";
import { UndoDialog } from "./UndoDialog";

/** Retry or skip what failed. */
export function FailureActions({ run, step, gate }: { run: LiveRun; step: LiveStep; gate: LiveGate }) {
	const [act, setAct] = useState<"retry" | "skip" | null>(null);
	const close = () => setAct(null);
	return (
		<div className="kt-acts">
			<Button type="button" buttonStyle="primary" size="small" margin={false} onClick={() => setAct("retry")}>
				Retry
			</Button>
			<Button type="button" buttonStyle="secondary" size="small" margin={false} onClick={() => setAct("skip")}>
				Skip this step
			</Button>
			{act === "retry" ? <RetryDialog run={run} step={step} gate={gate} onClose={close} /> : null}
			{act === "skip" ? <SkipDialog run={run} step={step} gate={gate} onClose={close} /> : null}
		</div>
	);
}

type FailureDialog = { run: LiveRun; step: LiveStep; gate: LiveGate; onClose(): void };

/** The gate may have closed since: going on all the same is a decision with a reason. */
function ClosedGateNote({ gate }: { gate: LiveGate }) {
	if (gate.isOpen) return null;
	const unmet = gate.conditions.filter(({ isMet }) => !isMet).map(({ detail }) => detail);
	return <p className="kt-warned">The gate has closed again. {unmet.join(" ")} Going on overrides it.</p>;
}

function RetryDialog({ run, step, gate, onClose }: FailureDialog) {
	const [reason, setReason] = useState("");
	const override = !gate.isOpen;
	return (
		<ActDialog
			title={`Retry “${step.title}”`}
			verb={override ? "Override the gate and retry" : "Retry"}
			busyVerb="Retrying…"
			isReady={!override || isReason(reason)}
			onClose={onClose}
			onAct={async () => {
				await callApi(`/provisioning-runs/${run.id}/retry`, { body: override ? { override, reason } : {} });
				toast.success("The run goes on from the step that failed.");
			}}
		>
			{({ fields }) => (
				<>
					<p>The run goes back to the queue and goes on from this step. What has succeeded is not done again.</p>
					<ClosedGateNote gate={gate} />
					{override ? (
						<DialogField
							label="Reason"
							type="textarea"
							value={reason}
							onChange={setReason}
							problem={fields.reason}
							hasFocus
						/>
					) : null}
				</>
			)}
		</ActDialog>
	);
}

function SkipDialog({ run, step, gate, onClose }: FailureDialog) {
	const next = run.steps.find(({ position, status }) => position > step.position && status === "pending");
	return (
		<ReasonDialog
			title={`Skip “${step.title}”`}
			verb={gate.isOpen ? "Skip the step" : "Override the gate and skip"}
			busyVerb="Skipping…"
			isDangerous
			says={
				<>
					<p>
						This step is left out for good in this run: do by hand what it would have done.{" "}
						{next ? `The run goes on with “${next.title}”.` : "It is the last one: the run ends."}
					</p>
					<ClosedGateNote gate={gate} />
				</>
			}
			hint="Stands in the record and on the timeline."
			onClose={onClose}
			onAct={async (reason) => {
				const body = { stepId: step.id, reason, override: !gate.isOpen };
				await callApi(`/provisioning-runs/${run.id}/skip`, { body });
				toast.success("The step is skipped, with your reason on record.");
			}}
		/>
	);
}

/** Undo, offered while a run stands still and is not undone. */
export function UndoAction({ run }: { run: LiveRun }) {
	const [isOpen, setOpen] = useState(false);
	if (run.status !== "failed" && run.status !== "succeeded") return null;
	return (
		<span className="kt-run__undo">
			<Button type="button" buttonStyle="secondary" size="small" margin={false} onClick={() => setOpen(true)}>
				Undo…
			</Button>
			{isOpen ? <UndoDialog runId={run.id} onClose={() => setOpen(false)} /> : null}
		</span>
	);
}

/** After an undo the next run is opened by a person. */
export function ReopenAction({ live }: { live: OnboardingLive }) {
	const [isOpen, setOpen] = useState(false);
	return (
		<div className="kt-acts">
			<Button
				type="button"
				buttonStyle="primary"
				size="small"
				margin={false}
				disabled={!live.gate.isOpen}
				onClick={() => setOpen(true)}
			>
				Open another run
			</Button>
			{live.gate.isOpen ? null : <span className="kt-muted">The gate has to be open first.</span>}
			{isOpen ? (
				<ReasonDialog
					title="Open another run"
					verb="Open the run"
					busyVerb="Opening…"
					says={
						<p>{live.casino.name} is provisioned again from the first step: tenant, invitation and mails included.</p>
					}
					onClose={() => setOpen(false)}
					onAct={async (reason) => {
						await callApi(`/onboardings/${live.onboardingId}/open-run`, { body: { reason } });
						toast.success("Provisioning starts.");
					}}
				/>
			) : null}
		</div>
	);
}
