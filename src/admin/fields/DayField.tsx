"use client";

import { FieldDescription, FieldError, FieldLabel, useField, withCondition } from "@payloadcms/ui";
import type { DateFieldClientProps } from "payload";
import { useCallback } from "react";
import { dayWanted, isDay } from "@/domain/calendar/day";
import "./fields.css";

/** A calendar day, the same one in every zone: the picker of Payload shows a moment, which is the day before to half of the world. */
function DayFieldInput({ field, path: givenPath, readOnly }: DateFieldClientProps) {
	const validate = useCallback(
		(value: unknown) => (!value ? !field.required || dayWanted : isDay(String(value)) || dayWanted),
		[field.required],
	);
	const { value, setValue, showError, errorMessage, path, disabled } = useField<string | null>({
		potentiallyStalePath: givenPath,
		validate,
	});
	const isLocked = Boolean(readOnly || field.admin?.readOnly || disabled);
	const classes = ["field-type", "date-time-field", "kt-day-field", showError && "error", isLocked && "read-only"];
	return (
		<div
			className={classes.filter(Boolean).join(" ")}
			style={{ "--field-width": field.admin?.width } as React.CSSProperties}
		>
			<FieldLabel label={field.label} path={path} required={field.required} />
			<div className="field-type__wrap">
				<FieldError path={path} showError={showError} message={errorMessage} />
				<input
					id={`field-${path.replaceAll(".", "__")}`}
					name={path}
					type="date"
					disabled={isLocked}
					value={value ?? ""}
					aria-invalid={showError}
					onChange={({ target }) => setValue(target.value || null)}
				/>
				<FieldDescription description={field.admin?.description} path={path} />
			</div>
		</div>
	);
}

export const DayField = withCondition(DayFieldInput);
