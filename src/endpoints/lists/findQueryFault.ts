import { validOperators } from "payload/shared";
import { isRecordId } from "@/domain/isRecordId";
import { findUnstorable } from "@/domain/text/findUnstorable";

export type Query = Record<string, unknown>;
export type QueryProblem = { path: string; message: string };

/** Operators of places on a map, and one of lists: Payload takes them, and PostgreSQL does not know them. */
const unknownHere: readonly string[] = ["near", "within", "intersects", "all"];
const operators: ReadonlySet<string> = new Set(validOperators.filter((each) => !unknownHere.includes(each)));
/** How dates are compared. */
const ofDates: ReadonlySet<string> = new Set(
	validOperators.filter((each) => /^(not_)?(equals|in)$|^exists$|_than/.test(each)),
);

type Expected = { isBulk: boolean; dates: ReadonlySet<string> };

/** A page further on is behind every list. */
const numbers = { depth: 10, limit: Number.MAX_SAFE_INTEGER, page: 1_000_000 } as const;

/**
 * What of a query is not what it must be, before Payload reads it: it believes it, and takes a condition that it cannot read for
 * none. A deletion of what fits such a condition would delete everything.
 *
 * @param isBulk whether every record that fits is changed or deleted: then there must be a condition
 * @param dates the fields that are dates, by their paths
 * @returns the parameter and the reason, or null when it can be read
 */
export function findQueryFault(query: Query, { isBulk, dates }: Expected): QueryProblem | null {
	const unstorable = findUnstorable(query);
	if (unstorable !== null)
		return { path: unstorable || "query", message: "contains a character that cannot be stored." };
	for (const [path, most] of Object.entries(numbers)) {
		const message = findNumberFault(query[path], most);
		if (message) return { path, message };
	}
	if (!isSort(query.sort)) return { path: "sort", message: "is a list of fields." };
	if (typeof query.data === "string" && query.data !== "" && !isObject(parseJson(query.data))) {
		return { path: "data", message: "is not a JSON object." };
	}
	if (query.where === undefined || query.where === "") {
		return isBulk ? { path: "where", message: "says which records are meant. It is missing." } : null;
	}
	const where = parseWhere(query.where);
	const fault = findWhereFault(where, "where", dates);
	return fault ?? (isBulk ? (findNoCondition(where) ?? findForeignId(where, "where")) : null);
}

/** Payload takes a filter as JSON too. */
export function parseWhere(where: unknown): unknown {
	return typeof where === "string" ? parseJson(where) : where;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function findNumberFault(value: unknown, most: number): string | null {
	if (value === undefined || value === "") return null;
	const isWhole = (typeof value === "string" || typeof value === "number") && /^\d+$/.test(String(value));
	if (!isWhole) return "is a whole number, 0 or more.";
	return Number(value) > most ? `is at most ${most}.` : null;
}

function isSort(sort: unknown): boolean {
	return (
		sort === undefined ||
		typeof sort === "string" ||
		(Array.isArray(sort) && sort.every((each) => typeof each === "string"))
	);
}

function isObject(value: unknown): value is Query {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isGroup = (key: string): boolean => /^(and|or)$/i.test(key);

function findWhereFault(where: unknown, path: string, dates: Expected["dates"]): QueryProblem | null {
	if (!isObject(where)) return { path, message: "is not a filter, such as where[name][equals]=…" };
	for (const [key, value] of Object.entries(where)) {
		const at = `${path}.${key}`;
		const fault = isGroup(key)
			? findGroupFault(value, at, dates)
			: (findConditionFault(value, at) ?? (dates.has(key) ? findDateFault(value as Query, at) : null));
		if (fault) return fault;
	}
	return null;
}

function findGroupFault(value: unknown, path: string, dates: Expected["dates"]): QueryProblem | null {
	if (!Array.isArray(value)) return { path, message: "is a list of filters." };
	for (const [index, part] of value.entries()) {
		const fault = findWhereFault(part, `${path}.${index}`, dates);
		if (fault) return fault;
	}
	return null;
}

function findConditionFault(value: unknown, path: string): QueryProblem | null {
	if (!isObject(value) || Object.keys(value).length === 0) {
		return { path, message: `compares with nothing. Say how: ${path}.equals, for example.` };
	}
	for (const [operator, operand] of Object.entries(value)) {
		const at = `${path}.${operator}`;
		if (!operators.has(operator))
			return { path: at, message: `is no comparison. There are: ${[...operators].join(", ")}.` };
		if (operator === "exists" && !/^(true|false)$/.test(String(operand)))
			return { path: at, message: "is true or false." };
		// `contains` may carry a whole filter of the related collection.
		if (isObject(operand) && operator !== "contains")
			return { path: at, message: "compares with a value, or a list of them." };
	}
	return null;
}

/** Payload takes what is no date for none, or fails. “null” and nothing stand for no date. */
function findDateFault(condition: Query, path: string): QueryProblem | null {
	for (const [operator, operand] of Object.entries(condition)) {
		const at = `${path}.${operator}`;
		if (!ofDates.has(operator))
			return { path: at, message: `is not how dates are compared. There are: ${[...ofDates].join(", ")}.` };
		const values = [operand].flat().flatMap((each) => String(each ?? "").split(","));
		const isDate = (value: string) => value === "" || value === "null" || !Number.isNaN(Date.parse(value));
		if (operator !== "exists" && !values.every(isDate))
			return { path: at, message: "is not a date, such as 2026-03-15." };
	}
	return null;
}

function findNoCondition(where: unknown): QueryProblem | null {
	const hasCondition = (part: unknown): boolean =>
		isObject(part) &&
		Object.entries(part).some(([key, value]) => (isGroup(key) ? (value as unknown[]).some(hasCondition) : true));
	return hasCondition(where) ? null : { path: "where", message: "says which records are meant. It has no condition." };
}

/** Payload leaves out what is no id: “not in” a list of such would be every record. */
function findForeignId(where: unknown, path: string): QueryProblem | null {
	if (!isObject(where)) return null;
	for (const [key, value] of Object.entries(where)) {
		const at = `${path}.${key}`;
		if (isGroup(key)) {
			for (const [index, part] of (value as unknown[]).entries()) {
				const fault = findForeignId(part, `${at}.${index}`);
				if (fault) return fault;
			}
		}
		if (key !== "id") continue;
		for (const [operator, operand] of Object.entries(value as Query)) {
			if (operator === "exists") continue;
			const ids = [operand].flat().flatMap((each) => String(each ?? "").split(","));
			if (!ids.every((id) => isRecordId(id.trim())))
				return { path: `${at}.${operator}`, message: "is not a record's id." };
		}
	}
	return null;
}
