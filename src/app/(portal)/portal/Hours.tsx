"use client";

import { useState } from "react";
import { ApiFailure, callApi } from "@/admin/parts/callApi";
import {
	closesNextDay,
	sayHours,
	validateWorkingHours,
	type WorkingDay,
	type WorkingHours,
	weekdays,
} from "@/domain/workingHours";
import type { PortalCasino } from "@/operations/views/readPortalHome";
import { SubmitButton } from "../../parts/SubmitButton";
import { useSubmit } from "../../parts/useSubmit";

type Props = { name: string; timezone: string; hours: NonNullable<PortalCasino["hours"]> };

/** The casino's week; its administrator changes it here. */
export function Hours({ name, timezone, hours }: Props) {
	const [isEditing, setEditing] = useState(false);
	const [saved, setSaved] = useState<WorkingHours | null>(null);
	const isNews = saved !== null && !isEditing;
	const week = saved ?? hours.workingHours;
	return (
		<section className="panel" aria-label={`Working hours of ${name}`}>
			<div className="panel__top">
				<h2>Working hours</h2>
				{hours.canEdit && !isEditing ? (
					<button type="button" className="button button--quiet button--small" onClick={() => setEditing(true)}>
						Change
					</button>
				) : null}
			</div>
			<p className="quiet">In {timezone.replaceAll("_", " ")} time.</p>
			<p role="status" className={isNews ? "notice notice--good" : "kt-sr"}>
				{isNews ? "Saved." : ""}
			</p>
			{isEditing ? (
				<HoursForm
					settingsId={hours.settingsId}
					workingHours={week}
					onEnd={(changed) => {
						setEditing(false);
						if (changed) setSaved(changed);
					}}
				/>
			) : (
				<Week workingHours={week} />
			)}
		</section>
	);
}

function Week({ workingHours }: { workingHours: WorkingHours }) {
	return (
		<dl className="week">
			{weekdays.map((day) => {
				const hours = workingHours[day];
				return (
					<div key={day}>
						<dt>{capital(day)}</dt>
						<dd className={hours.enabled ? undefined : "quiet"}>{sayHours(hours)}</dd>
					</div>
				);
			})}
		</dl>
	);
}

function HoursForm(props: {
	settingsId: string;
	workingHours: WorkingHours;
	onEnd(changed: WorkingHours | null): void;
}) {
	const { settingsId, onEnd } = props;
	const [week, setWeek] = useState(props.workingHours);
	const { form, isBusy, general, submit } = useSubmit(async () => {
		const problem = validateWorkingHours(week);
		if (problem !== true) throw new ApiFailure(problem, 400);
		await callApi(`/casino-settings/${settingsId}?depth=0`, { method: "PATCH", body: { workingHours: week } });
		onEnd(week);
		return "stay";
	});
	const change = (day: keyof WorkingHours, part: Partial<WorkingDay>) =>
		setWeek((before) => ({ ...before, [day]: { ...before[day], ...part } }));
	return (
		<form ref={form} className="form" onSubmit={submit} noValidate>
			<div className="week week--form">
				{weekdays.map((day) => (
					<fieldset key={day}>
						<legend className="kt-sr">{capital(day)}</legend>
						<label className="week__day">
							<input
								type="checkbox"
								checked={week[day].enabled}
								onChange={(event) => change(day, { enabled: event.target.checked })}
							/>
							{capital(day)}
						</label>
						{week[day].enabled ? (
							<span className="week__times">
								<input
									type="time"
									aria-label={`${capital(day)} from`}
									value={week[day].start}
									onChange={(event) => change(day, { start: event.target.value })}
								/>
								<span aria-hidden="true">–</span>
								<input
									type="time"
									aria-label={`${capital(day)} to`}
									value={week[day].end}
									onChange={(event) => change(day, { end: event.target.value })}
								/>
								{closesNextDay(week[day]) ? <span className="quiet">closes the next day</span> : null}
							</span>
						) : (
							<span className="quiet">Closed</span>
						)}
					</fieldset>
				))}
			</div>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy="Saving…">
					Save
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={() => onEnd(null)}>
					Cancel
				</button>
			</div>
		</form>
	);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
