import type { Where } from "payload";
import { isRecordId } from "@/domain/isRecordId";
import type { FlatColumn } from "./flatTable";

/** Payload takes a single id without a version for none. */
const versionedId = /^.{14}[1-8].{4}[89ab]/i;

/**
 * A filter as SQL, when it says no more than which values fields have.
 * @param input.columnOf the column of a path; undefined for a path that may not be asked for
 * @param input.values takes the parameters
 * @returns null for anything else: another operator, conditions inside conditions, a value the field cannot have
 */
export function conditionsOf(input: {
	where: Where;
	columnOf(path: string): FlatColumn | undefined;
	values: unknown[];
}): string[] | null {
	const conditions: string[] = [];
	for (const [path, tests] of Object.entries(input.where)) {
		const column = input.columnOf(path);
		if (!column || typeof tests !== "object" || Array.isArray(tests)) return null;
		for (const [operator, operand] of Object.entries(tests)) {
			const wanted = wantedOf(column, operator, operand);
			if (!wanted) return null;
			const places = wanted.map((value) => `$${input.values.push(value)}`);
			conditions.push(`${column.column} IN (${places.join(", ")})`);
		}
	}
	return conditions;
}

function wantedOf(column: FlatColumn, operator: string, operand: unknown): (string | boolean)[] | null {
	if (column.kind === "box") return operator === "equals" && typeof operand === "boolean" ? [operand] : null;
	if (operator === "equals") return isValueOf(column, operand) && isVersioned(column, operand) ? [operand] : null;
	if (operator !== "in" || !Array.isArray(operand) || operand.length === 0) return null;
	return operand.every((value) => isValueOf(column, value)) ? operand : null;
}

function isValueOf({ kind, options }: FlatColumn, value: unknown): value is string {
	if (typeof value !== "string") return false;
	if (kind === "id") return isRecordId(value);
	return kind === "choice" ? options.includes(value) : kind === "word";
}

const isVersioned = ({ kind }: FlatColumn, value: string) => kind !== "id" || versionedId.test(value);
