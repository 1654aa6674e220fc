"use client";

import { Button, Link } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanTraining } from "@/operations/plan/onboardingPlan";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "../plan/planContext";
import { sayRoleName } from "../plan/sayRoleName";
import { useRecord } from "../plan/useRecord";
import { Section } from "./Section";
import { TrainingDialog } from "./TrainingDialog";

const tones = { planned: "waiting", held: "good", cancelled: "ended" } as const;

/** Training by role, with who came ticked in place. */
export function TrainingSessions() {
	const { plan, mayPlan } = usePlan();
	const [isPlanning, setPlanning] = useState(false);
	const { training } = plan;
	const found = plan.items.find(({ criterion }) => criterion === "training_attended")?.says;
	const held = training.filter(({ status }) => status === "held").length;
	return (
		<Section
			title="Training"
			fact={training.length === 0 ? "none planned" : `${held} of ${training.length} held`}
			isFolded={training.every(({ status }) => status !== "planned")}
			action={
				mayPlan ? (
					<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setPlanning(true)}>
						Plan a session
					</Button>
				) : null
			}
		>
			{found ? <p className="kt-muted">{found}</p> : null}
			{training.length === 0 ? (
				<p className="kt-muted">
					No session is planned. Plan one for each role that works with it; whoever came is ticked here.
				</p>
			) : (
				<ul className="kt-sessions">
					{training.map((session) => (
						<Session key={session.id} session={session} />
					))}
				</ul>
			)}
			{isPlanning ? <TrainingDialog onClose={() => setPlanning(false)} /> : null}
		</Section>
	);
}

function Session({ session }: { session: PlanTraining }) {
	const { mayPlan } = usePlan();
	const { isBusy, change } = useRecord(`/${slug.trainingSessions}/${session.id}`);
	const { attendees, status } = session;
	const came = attendees.filter(({ hasAttended }) => hasAttended).length;
	const setAttended = (person: string, hasAttended: boolean) =>
		change({
			attendees: attendees.map((one) => ({
				person: one.person,
				hasAttended: one.person === person ? hasAttended : one.hasAttended,
			})),
		});
	return (
		<li className="kt-session">
			<div className="kt-session__head">
				<Link href={recordPath(slug.trainingSessions, session.id)} prefetch={false}>
					{session.title}
				</Link>
				<StatusBadge status={status} tone={tones[status]} />
				<span className="kt-muted">
					{sayRoleName(session.role)}, <RelativeTime at={session.at} />
					{session.trainer ? `, ${session.trainer}` : ""}
					{session.place ? `, ${session.place}` : ""}
				</span>
				{mayPlan && status === "planned" ? (
					<button
						type="button"
						className="kt-act"
						aria-label={`Mark as held: ${session.title}`}
						disabled={isBusy}
						onClick={() => change({ status: "held" })}
					>
						Mark as held
					</button>
				) : null}
			</div>
			{attendees.length === 0 ? (
				<p className="kt-muted">Nobody is on its list. Open the session to add them.</p>
			) : (
				<fieldset className="kt-attendees" disabled={!mayPlan || status === "cancelled"} aria-busy={isBusy}>
					<legend>
						Who came: {came} of {attendees.length}
					</legend>
					{attendees.map(({ person, name, hasAttended }) => (
						<label key={person}>
							<input
								type="checkbox"
								checked={hasAttended}
								onChange={({ target }) => setAttended(person, target.checked)}
							/>
							{name}
						</label>
					))}
				</fieldset>
			)}
		</li>
	);
}
