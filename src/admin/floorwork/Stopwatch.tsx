"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import { type TopTask, topTaskLimit, topTasks } from "@/domain/topTasks";
import type { PlanSpotCheck } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { callApi, sayFailure } from "../parts/callApi";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "../plan/planContext";
import { Section } from "./Section";
import { sayClock } from "./sayClock";
import { useStopwatch } from "./useStopwatch";

const taskWords: Record<TopTask, string> = {
	find_player: "Find a player",
	start_session: "Start a session",
	record_rating: "Record a rating",
	add_note: "Add a note",
	see_rewards: "See the rewards",
};

/** Keeps the time while a pit boss does one of the five top tasks, and saves it as a spot check. */
export function Stopwatch() {
	const { plan, mayPlan } = usePlan();
	const latest = new Map(topTasks.map((task) => [task, plan.spotChecks.find((check) => check.task === task)]));
	const met = [...latest.values()].filter((check) => check && check.seconds < topTaskLimit).length;
	return (
		<Section
			title="Top five tasks"
			fact={`${met} of ${topTasks.length} under five minutes`}
			isFolded={plan.spotChecks.length === 0}
		>
			<ul className="kt-tasks">
				{topTasks.map((task) => (
					<li key={task}>
						<strong>{taskWords[task]}</strong>
						<Latest check={latest.get(task)} />
					</li>
				))}
			</ul>
			{mayPlan ? <Clock /> : null}
		</Section>
	);
}

function Latest({ check }: { check: PlanSpotCheck | undefined }) {
	if (!check) return <StatusBadge status="pending" label="Not timed yet" />;
	const isFast = check.seconds < topTaskLimit;
	return (
		<span className="kt-facts-line">
			<StatusBadge
				status={isFast ? "met" : "missed"}
				tone={isFast ? "good" : "warn"}
				label={sayClock(check.seconds * 1000)}
			/>
			<span>
				<RelativeTime at={check.observedAt} />
				{check.by ? `, ${check.by}` : ""}
			</span>
		</span>
	);
}

function Clock() {
	const { plan, readAgain } = usePlan();
	const watch = useStopwatch();
	const [task, setTask] = useState<TopTask>(topTasks[0]);
	const [person, setPerson] = useState("");
	const [isSaving, setSaving] = useState(false);
	const save = async () => {
		setSaving(true);
		try {
			const seconds = Math.max(1, Math.round(watch.elapsed / 1000));
			const by = person ? { performedBy: person } : {};
			const whose = { casino: plan.casino.id, onboarding: plan.onboardingId };
			await callApi(`/${slug.spotChecks}?depth=0`, {
				body: { ...whose, ...by, task, seconds, observedAt: new Date().toISOString() },
			});
			toast.success(`${taskWords[task]}: ${sayClock(watch.elapsed)}.`);
			watch.reset();
			await readAgain();
		} catch (error) {
			toast.error(sayFailure(error, "It could not be saved. The time is kept; try again."));
		} finally {
			setSaving(false);
		}
	};
	return (
		<fieldset className="kt-clock">
			<legend>Stopwatch</legend>
			<label>
				Task
				<select value={task} disabled={watch.isRunning} onChange={({ target }) => setTask(target.value as TopTask)}>
					{topTasks.map((one) => (
						<option key={one} value={one}>
							{taskWords[one]}
						</option>
					))}
				</select>
			</label>
			<label>
				Who does it
				<select value={person} onChange={({ target }) => setPerson(target.value)}>
					<option value="">Not named</option>
					{plan.people.roster.map(({ id, name }) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
				</select>
			</label>
			<output className="kt-clock__face" data-late={watch.elapsed >= topTaskLimit * 1000} aria-live="off">
				{sayClock(watch.elapsed)}
			</output>
			<div className="kt-acts">
				<Button
					type="button"
					size="small"
					margin={false}
					buttonStyle={watch.elapsed > 0 && !watch.isRunning ? "secondary" : "primary"}
					onClick={watch.isRunning ? watch.stop : watch.start}
				>
					{watch.isRunning ? "Stop" : watch.elapsed > 0 ? "Resume" : "Start the stopwatch"}
				</Button>
				{watch.elapsed > 0 && !watch.isRunning ? (
					<>
						<Button type="button" size="small" margin={false} disabled={isSaving} onClick={save}>
							{isSaving ? "Saving…" : "Save the time"}
						</Button>
						<button type="button" className="kt-act" onClick={watch.reset}>
							Discard
						</button>
					</>
				) : null}
			</div>
		</fieldset>
	);
}
