import { type CollectionBeforeChangeHook, ValidationError } from "payload";

const parts = [
	["shiftsRecorded", "shiftsInScope"],
	["tablesUsed", "tablesInScope"],
] as const;

/** No more was recorded or used than there is: a share above the whole would pass every threshold. */
export const checkScope: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
	const figures: Record<string, unknown> = { ...originalDoc, ...data };
	const errors: { path: string; message: string }[] = parts
		.filter(([part, whole]) => Number(figures[part] ?? 0) > Number(figures[whole] ?? 0))
		.map(([path]) => ({ path, message: "It is more than was in scope." }));
	if (!Number.isInteger(Number(figures.week))) errors.push({ path: "week", message: "Enter a whole number." });
	if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req });
	return data;
};
