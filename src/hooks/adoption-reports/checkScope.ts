import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { formatScope } from "@/domain/adoption/agreedScope";
import { pilotWeek } from "@/domain/adoption/weekOf";
import { findShiftsProblem, readAgreedScope } from "@/operations/adoption/readScopes";

const parts = [
	["shiftsRecorded", "shiftsInScope"],
	["tablesUsed", "tablesInScope"],
	["areasUsed", "areasInScope"],
] as const;

type Problem = { path: string; message: string };

/** No more was recorded or used than there is: a share above the whole would pass every threshold. */
export const checkScope: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
	const figures: Record<string, unknown> = { ...originalDoc, ...data };
	const errors: Problem[] = parts
		.filter(([part, whole]) => Number(figures[part] ?? 0) > Number(figures[whole] ?? 0))
		.map(([path]) => ({ path, message: "It is more than was in scope." }));
	if (!Number.isInteger(Number(figures.week))) errors.push({ path: "week", message: "Enter a whole number." });
	if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req });
	return data;
};

const counts = [...parts.flat(), "entries", "exceptions", "week", "startsOn"] as const;

/**
 * Figures that a person gives are entered ones, measured in the scope that is agreed now: they cannot pass for what the product
 * told, and the pilot's come from the product alone.
 */
export const markEntered: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
	if (isSystem(req)) return data;
	const isChanged = (name: string) =>
		data[name] !== undefined && String(data[name]) !== String(originalDoc?.[name] ?? "");
	const isEntered = operation === "create" || counts.some(isChanged) || !originalDoc?.measuredScope;
	if (!isEntered) return data;
	const figures: Record<string, unknown> = { ...originalDoc, ...data };
	const scope = await readAgreedScope(req, idOf(figures.onboarding) ?? "");
	const problem = findShiftsProblem(scope, Number(figures.shiftsInScope ?? 0));
	const errors: Problem[] = [
		...(Number(figures.week) === pilotWeek
			? [{ path: "week", message: "The pilot's use comes from the product alone." }]
			: []),
		...(problem ? [{ path: "shiftsInScope", message: problem }] : []),
	];
	if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req });
	return { ...data, source: "entered", measuredScope: scope && formatScope(scope), shifts: [] };
};
