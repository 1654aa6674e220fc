"use client";

import { Button, FieldDescription, FieldError, FieldLabel, useField, withCondition } from "@payloadcms/ui";
import type { JSONFieldClientProps } from "payload";
import { useCallback } from "react";
import {
	baselineWorkingHours,
	closesNextDay,
	validateWorkingHours,
	type Weekday,
	type WorkingDay,
	type WorkingHours,
	weekdays,
} from "@/domain/workingHours";
import "./fields.css";

/** Seven days, each open or closed, with its hours. A closed day keeps its hours for when it is opened again. */
function WorkingHoursInput({ field, path: givenPath, readOnly }: JSONFieldClientProps) {
	const validate = useCallback((value: unknown) => validateWorkingHours(value), []);
	const { value, setValue, path, showError, errorMessage, disabled } = useField<Partial<WorkingHours> | null>({
		potentiallyStalePath: givenPath,
		validate,
	});
	const hours = complete(value);
	const isLocked = Boolean(readOnly || disabled);
	const change = (day: Weekday, part: Partial<WorkingDay>) => setValue({ ...hours, [day]: { ...hours[day], ...part } });
	const copyMonday = () =>
		setValue({ ...hours, ...Object.fromEntries(weekdays.slice(1, 5).map((day) => [day, { ...hours.monday }])) });
	const problem = value ? validateWorkingHours(value) : true;
	return (
		<div className={`field-type kt-hours ${showError ? "error" : ""}`}>
			<FieldLabel label={field.label} path={path} required={field.required} />
			<div className="field-type__wrap">
				<FieldError path={path} showError={showError} message={errorMessage} />
				<fieldset className="kt-hours__days" disabled={isLocked} aria-describedby={`${path}-problem`}>
					<legend className="kt-sr">Hours of each weekday</legend>
					{weekdays.map((day) => (
						<DayRow key={day} day={day} hours={hours[day]} onChange={(part) => change(day, part)} />
					))}
				</fieldset>
				<p id={`${path}-problem`} className="kt-hours__problem" role="status">
					{problem === true ? "" : problem}
				</p>
				{isLocked ? null : (
					<Button type="button" buttonStyle="secondary" size="small" margin={false} onClick={copyMonday}>
						Monday's hours for Tuesday to Friday
					</Button>
				)}
				<FieldDescription description={field.admin?.description} path={path} />
			</div>
		</div>
	);
}

function DayRow({
	day,
	hours,
	onChange,
}: {
	day: Weekday;
	hours: WorkingDay;
	onChange(part: Partial<WorkingDay>): void;
}) {
	const name = day.charAt(0).toUpperCase() + day.slice(1);
	return (
		<div className="kt-hours__day" data-open={hours.enabled}>
			<label className="kt-hours__name">
				<input
					type="checkbox"
					checked={hours.enabled}
					onChange={({ target }) => onChange({ enabled: target.checked })}
				/>
				{name}
			</label>
			<span className="kt-hours__state">{hours.enabled ? "Open" : "Closed"}</span>
			<span className="kt-hours__times">
				<input
					type="time"
					aria-label={`${name}: opens at`}
					value={hours.start}
					disabled={!hours.enabled}
					onChange={({ target }) => onChange({ start: target.value })}
				/>
				<span aria-hidden="true">–</span>
				<input
					type="time"
					aria-label={`${name}: closes at`}
					value={hours.end}
					disabled={!hours.enabled}
					onChange={({ target }) => onChange({ end: target.value })}
				/>
				<span className="kt-muted" aria-live="polite">
					{hours.enabled && closesNextDay(hours) ? "closes the next day" : ""}
				</span>
			</span>
		</div>
	);
}

/** What is shown while nothing is stored yet is the baseline; it is stored with the first change. */
function complete(value: Partial<WorkingHours> | null | undefined): WorkingHours {
	return { ...baselineWorkingHours, ...value };
}

export const WorkingHoursField = withCondition(WorkingHoursInput);
