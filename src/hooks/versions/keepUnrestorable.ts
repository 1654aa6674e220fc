import type { CollectionBeforeValidateHook, FlattenedField } from "payload";

type Values = Record<string, unknown>;

/**
 * Restoring an earlier version takes what its sender may not write out of it, as from any change, and leaves nothing in its
 * place. What stands there now stays.
 */
export const keepUnrestorable: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) =>
	req.context.isRestoringVersion && data && originalDoc ? fillIn(collection.flattenedFields, data, originalDoc) : data;

function fillIn(fields: readonly FlattenedField[], data: Values, now: Values): Values {
	const kept = { ...data };
	for (const field of fields) {
		const [given, current] = [data[field.name], now[field.name]];
		if (field.type === "group") kept[field.name] = fillIn(field.flattenedFields, valuesIn(given), valuesIn(current));
		else if (given === undefined) kept[field.name] = current;
	}
	return kept;
}

const valuesIn = (value: unknown): Values => (typeof value === "object" && value !== null ? (value as Values) : {});
