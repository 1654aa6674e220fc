"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import type { PlanWait } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { whoWords } from "../live/whoWords";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { RelativeTime } from "../parts/RelativeTime";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { sayDays } from "./sayDays";
import { useRecord } from "./useRecord";

const words = { us: "Us", customer: "The customer", third_party: "A third party" } as const;

/** Whom it waits for now, and whose time it was until the go-live. */
export function WaitingCard({ live }: { live: OnboardingLive }) {
	const { plan, mayPlan } = usePlan();
	const [isAsking, setAsking] = useState(false);
	const lasting = plan.waits.filter(({ until }) => until === null);
	const ended = plan.waits.filter(({ until }) => until !== null);
	const { total, ours, waitingOnCustomer, waitingOnThirdParty } = plan.time;
	return (
		<RailCard title="Waiting on">
			{lasting.length === 0 ? (
				<p>
					<strong>{whoWords[live.waitingOn.who]}</strong>: {live.waitingOn.what}
				</p>
			) : null}
			<ul className="kt-waits">
				{lasting.map((wait) => (
					<Wait key={wait.id} wait={wait} />
				))}
			</ul>
			{mayPlan && plan.status === "open" ? (
				<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
					Start a wait
				</Button>
			) : null}
			<p className="kt-muted">
				{sayDays(total)} {plan.dates.wentLiveAt ? "to the go-live" : "so far"}: {sayDays(ours)} ours,{" "}
				{sayDays(waitingOnCustomer)} the customer's
				{waitingOnThirdParty > 0 ? `, ${sayDays(waitingOnThirdParty)} a third party's` : ""}.
			</p>
			{ended.length > 0 ? (
				<details>
					<summary>Earlier waits: {ended.length}</summary>
					<ul className="kt-waits">
						{ended.map(({ id, on, what, since, until }) => (
							<li key={id}>
								<p>
									<strong>{words[on]}</strong>: {what}{" "}
									<span className="kt-muted">
										({sayDays(Date.parse(until ?? since) - Date.parse(since))}, ended <RelativeTime at={until} />)
									</span>
								</p>
							</li>
						))}
					</ul>
				</details>
			) : null}
			{isAsking ? <WaitDialog onClose={() => setAsking(false)} /> : null}
		</RailCard>
	);
}

function Wait({ wait: { id, on, whom, what, since } }: { wait: PlanWait }) {
	const { mayPlan } = usePlan();
	const { isBusy, change } = useRecord(`/${slug.waits}/${id}`);
	const stop = () => change({ until: new Date().toISOString() });
	return (
		<li>
			<p>
				<strong>{whom ? `${whom} (${words[on].toLowerCase()})` : words[on]}</strong>: {what}{" "}
				<span className="kt-muted">
					since <RelativeTime at={since} />
				</span>
			</p>
			{mayPlan ? (
				<button type="button" className="kt-act" aria-label={`End the wait: ${what}`} disabled={isBusy} onClick={stop}>
					{isBusy ? "Ending…" : "End"}
				</button>
			) : null}
		</li>
	);
}

function WaitDialog({ onClose }: { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const [on, setOn] = useState<PlanWait["on"]>("customer");
	const [whom, setWhom] = useState("");
	const [what, setWhat] = useState("");
	const start = async () => {
		const body = {
			casino: plan.casino.id,
			onboarding: plan.onboardingId,
			on,
			what: what.trim(),
			...(whom.trim() ? { whom: whom.trim() } : {}),
			since: new Date().toISOString(),
		};
		await callApi(`/${slug.waits}?depth=0`, { body });
		toast.success("The wait runs from now on.");
		await readAgain();
	};
	return (
		<ActDialog
			title="Start a wait"
			verb="Start the wait"
			busyVerb="Starting…"
			isReady={what.trim() !== ""}
			onClose={onClose}
			onAct={start}
		>
			{({ fields }) => (
				<>
					<p>Waiting for others is not counted as our time. The customer sees it.</p>
					<DialogField
						label="Waiting on"
						type="select"
						value={on}
						onChange={(value) => setOn(value as PlanWait["on"])}
						options={Object.entries(words).map(([value, label]) => ({ value, label }))}
						problem={fields.on}
					/>
					<DialogField label="Who" value={whom} onChange={setWhom} problem={fields.whom} hint="A person or a firm." />
					<DialogField label="For what" value={what} onChange={setWhat} problem={fields.what} hasFocus />
				</>
			)}
		</ActDialog>
	);
}
