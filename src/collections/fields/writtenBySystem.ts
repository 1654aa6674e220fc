import type { Field } from "payload";
import { fieldAffectsData } from "payload/shared";
import { systemWritten } from "@/access/scope";

/** The same fields, which no role may set: they move by operations alone. Who reads them stays as it is. */
export function writtenBySystem(fields: Field[]): Field[] {
	return fields.map((field) =>
		fieldAffectsData(field) ? ({ ...field, access: { ...field.access, ...systemWritten } } as Field) : field,
	);
}
