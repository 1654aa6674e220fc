"use client";

import { FieldDescription, FieldError, FieldLabel, useField, withCondition } from "@payloadcms/ui";
import type { TextFieldClientProps } from "payload";
import { useCallback, useId } from "react";
import { isTimeZone, readTimeZone, timeZones } from "@/domain/calendar/timeZone";
import "./fields.css";

const example = "Use an IANA time zone, such as Europe/Malta or America/Los_Angeles.";

/** A time zone, typed with suggestions: some hundred names are too many to choose from a list. */
function TimeZoneInput({ field, path: givenPath, readOnly }: TextFieldClientProps) {
	const validate = useCallback((value: unknown) => isTimeZone(value) || example, []);
	const { value, setValue, path, showError, errorMessage, disabled } = useField<string>({
		potentiallyStalePath: givenPath,
		validate,
	});
	const listId = useId();
	return (
		<div className={`field-type text kt-zone ${showError ? "error" : ""}`}>
			<FieldLabel label={field.label} path={path} required={field.required} />
			<div className="field-type__wrap">
				<FieldError path={path} showError={showError} message={errorMessage} />
				<input
					id={`field-${path.replaceAll(".", "__")}`}
					name={path}
					type="text"
					list={listId}
					autoComplete="off"
					spellCheck={false}
					disabled={Boolean(readOnly || disabled)}
					value={value ?? ""}
					onChange={({ target }) => setValue(target.value)}
					onBlur={({ target }) => setValue(readTimeZone(target.value) ?? target.value)}
				/>
				<datalist id={listId}>
					{timeZones.map((name) => (
						<option key={name} value={name} />
					))}
				</datalist>
				<FieldDescription description={field.admin?.description} path={path} />
			</div>
		</div>
	);
}

export const TimeZoneField = withCondition(TimeZoneInput);
