"use client";

import {
	FieldDescription,
	FieldError,
	FieldLabel,
	ReactSelect,
	type ReactSelectOption,
	useField,
	useForm,
	withCondition,
} from "@payloadcms/ui";
import type { TextFieldClientProps } from "payload";
import { type CSSProperties, useState } from "react";
import { type Nameable, namesIn } from "@/domain/playbook/namesIn";
import { contentOfForm } from "./contentOfForm";

type Names = string | string[] | null | undefined;
type Props = TextFieldClientProps & {
	/** What is named: something of this playbook as its form stands, or one of these. */
	of: Nameable | { value: string; label: string }[];
};

/** One name or several, chosen instead of typed. A name that is gone is still shown, so that it can be taken out. */
function NameFieldInput({ field, path: givenPath, readOnly, of }: Props) {
	const { getData } = useForm();
	const { value, setValue, path, showError, errorMessage, disabled } = useField<Names>({
		potentiallyStalePath: givenPath,
	});
	// Read when the menu opens: there are hundreds of these fields, and thousands of others to look through.
	const [options, setOptions] = useState<ReactSelectOption[]>([]);
	const chosen = [value ?? []].flat().map((name) => ({ value: name, label: name }));
	const isLocked = Boolean(readOnly || disabled);
	const classes = ["field-type", "select", showError && "error", isLocked && "read-only"];
	const choose = (next: ReactSelectOption | ReactSelectOption[] | null) => {
		const names = [next ?? []].flat().map((option) => String(option.value));
		setValue(field.hasMany ? names : (names[0] ?? null));
	};
	return (
		<div className={classes.filter(Boolean).join(" ")} style={{ "--field-width": field.admin?.width } as CSSProperties}>
			<FieldLabel label={field.label} path={path} required={field.required} />
			<div className="field-type__wrap">
				<FieldError path={path} showError={showError} message={errorMessage} />
				<ReactSelect
					inputId={`field-${path.replaceAll(".", "__")}`}
					disabled={isLocked}
					isMulti={field.hasMany ?? false}
					isClearable={!field.required}
					isSortable={false}
					options={options}
					onMenuOpen={() => setOptions(typeof of === "string" ? namesIn(contentOfForm(getData()), of) : of)}
					value={field.hasMany ? chosen : chosen[0]}
					onChange={choose}
					showError={showError}
				/>
				<FieldDescription description={field.admin?.description} path={path} />
			</div>
		</div>
	);
}

export const NameField = withCondition(NameFieldInput);
