import type { CollectionBeforeOperationHook, FlattenedField, Where } from "payload";
import { dayWanted, parseDay } from "@/domain/calendar/day";
import { isDayField } from "@/domain/calendar/isDayField";
import { InvalidInput } from "@/errors";
import { fieldsOnPath } from "../access/refuseHiddenPaths";

type Asked = { data?: unknown; where?: Where };
type Values = Record<string, unknown>;

/**
 * Days as they were sent, in records and in filters: an instant becomes its date in UTC before anything compares it. What is no day is
 * refused in a filter; in a record it stays, for the field itself to refuse together with whatever else is wrong.
 */
export const readDays: CollectionBeforeOperationHook = ({ args, collection, req }) => {
	const { data, where } = args as Asked;
	const isWrite = typeof data === "object" && data !== null;
	if (!isWrite && !where) return args;
	if (where) checkFilter(where, (path) => fieldsOnPath(req, path, collection.flattenedFields).at(-1));
	return isWrite ? { ...args, data: withDays(collection.flattenedFields, data as Values) } : args;
};

function withDays(fields: readonly FlattenedField[], data: Values): Values {
	const changed: Values = {};
	for (const field of fields) {
		const value = data[field.name];
		if (value === undefined || value === null) continue;
		if (field.type === "group" && typeof value === "object") {
			changed[field.name] = withDays(field.flattenedFields, value as Values);
		} else if (isDayField(field)) {
			changed[field.name] = value === "" ? null : (parseDay(value) ?? value);
		}
	}
	return Object.keys(changed).length > 0 ? { ...data, ...changed } : data;
}

const comparing = new Set(["equals", "not_equals", "in", "not_in"]);
const ordering = new Set(["less_than", "less_than_equal", "greater_than", "greater_than_equal"]);

function checkFilter(where: Where, fieldOf: (path: string) => FlattenedField | undefined): void {
	for (const [path, tests] of Object.entries(where)) {
		if (/^(and|or)$/i.test(path)) {
			for (const part of Object.values((tests ?? {}) as object)) {
				if (typeof part === "object" && part !== null) checkFilter(part as Where, fieldOf);
			}
			continue;
		}
		const field = fieldOf(path);
		if (!field || !isDayField(field) || typeof tests !== "object" || tests === null) continue;
		for (const [operator, operand] of Object.entries(tests)) checkTest(path, operator, operand);
	}
}

function checkTest(path: string, operator: string, operand: unknown): void {
	if (operator === "exists") return;
	const values = typeof operand === "string" && operator.endsWith("in") ? operand.split(",") : [operand].flat();
	const isEmpty = (value: unknown) => comparing.has(operator) && (value === null || value === "null" || value === "");
	const isKnown = comparing.has(operator) || ordering.has(operator);
	if (isKnown && values.every((value) => isEmpty(value) || parseDay(value) !== null)) return;
	throw new InvalidInput([{ path, message: isKnown ? dayWanted : `A day cannot be asked for with ${operator}.` }]);
}
