import { type CollectionBeforeValidateHook, type FlattenedField, ValidationError } from "payload";
import { isSystem } from "@/access/authority";

/** Years that somebody means: what lies beyond is a slip of the hand, and dates are computed from it that no database holds. */
const years = { first: 1900, last: 2199 } as const;

/** Dates far from any that somebody means are refused at their field. */
export const refuseFarDates: CollectionBeforeValidateHook = ({ collection, data, req }) => {
	const path = data && !isSystem(req) ? findFarDate(collection.flattenedFields, data) : null;
	if (path === null) return data;
	const message = `Choose a date between the years ${years.first} and ${years.last}.`;
	throw new ValidationError({ collection: collection.slug, errors: [{ path, message }], req });
};

function findFarDate(fields: readonly FlattenedField[], data: object): string | null {
	for (const field of fields) {
		const value = (data as Record<string, unknown>)[field.name];
		if (value === null || value === undefined) continue;
		if (field.type === "date" && isFar(value)) return field.name;
		if (field.type === "group" && typeof value === "object") {
			const path = findFarDate(field.flattenedFields, value);
			if (path !== null) return `${field.name}.${path}`;
		}
	}
	return null;
}

function isFar(value: unknown): boolean {
	const year = new Date(value as string).getUTCFullYear();
	// What is no date at all is told by the field itself.
	return year < years.first || year > years.last;
}
