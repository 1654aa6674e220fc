"use client";

import { FieldDescription, FieldLabel, useField } from "@payloadcms/ui";
import type { JSONFieldClientProps } from "payload";
import "./fields.css";

/** A structured value to be read. Payload's own editor is loaded from a content network, which an admin panel need not reach. */
export function JsonView({ field, path: givenPath }: JSONFieldClientProps) {
	const { value, path } = useField<unknown>({ potentiallyStalePath: givenPath });
	const isEmpty = value === null || value === undefined;
	return (
		<div className="field-type kt-json">
			<FieldLabel label={field.label} path={path} />
			{isEmpty ? <p className="kt-muted">none</p> : <pre>{JSON.stringify(value, null, 2)}</pre>}
			<FieldDescription description={field.admin?.description} path={path} />
		</div>
	);
}
