import { queryLimits } from "@/operations/limits/limits";
import { type QueryProblem as Problem, parseWhere, type Query } from "./findQueryFault";

/**
 * What of a list's query costs more than a screen or a program needs: rows, conditions, values, depth. Lists beyond the
 * limits are read page by page, or as an export.
 * @param maxRows the most rows one answer may have
 * @returns the parameter and the reason, or null when it may be asked
 */
export function findQueryProblem(query: Query, maxRows: number): Problem | null {
	if (Number(query.limit) > maxRows) {
		return { path: "limit", message: `is at most ${maxRows}. Read page by page with “page”, or use an export.` };
	}
	const sorts = [query.sort ?? []].flat().flatMap((each) => String(each).split(","));
	if (sorts.length > queryLimits.sorts) return { path: "sort", message: `has at most ${queryLimits.sorts} fields.` };
	for (const path of ["select", "populate", "joins"]) {
		if (measure(query[path]).leaves > queryLimits.fields)
			return { path, message: `names at most ${queryLimits.fields} fields.` };
	}
	return findWhereProblem(query.where);
}

function findWhereProblem(where: unknown): Problem | null {
	const refuse = (message: string): Problem => ({ path: "where", message });
	if (typeof where === "string" && where.length > queryLimits.characters) return refuse("is too long.");
	const { depth, leaves, longestList, longestText } = measure(parseWhere(where));
	if (depth > queryLimits.depth) return refuse(`is nested at most ${queryLimits.depth} levels.`);
	if (longestList > queryLimits.values) return refuse(`compares with at most ${queryLimits.values} values.`);
	// The values of one list are one condition.
	const conditions = longestList > 1 ? leaves - longestList + 1 : leaves;
	if (conditions > queryLimits.conditions) return refuse(`has at most ${queryLimits.conditions} conditions.`);
	if (longestText > queryLimits.characters) return refuse("compares with a value that is too long.");
	return null;
}

type Size = { depth: number; leaves: number; longestList: number; longestText: number };

/** Of what a query string was parsed to. A list may also be written as one text with commas. */
function measure(value: unknown): Size {
	const size: Size = { depth: 0, leaves: 0, longestList: 0, longestText: 0 };
	const ahead = [{ value, depth: 0 }];
	for (let next = ahead.pop(); next; next = ahead.pop()) {
		size.depth = Math.max(size.depth, next.depth);
		if (size.depth > queryLimits.depth) return size;
		if (typeof next.value === "object" && next.value !== null) {
			const parts = Object.values(next.value);
			size.longestList = Math.max(size.longestList, parts.every(isPlainValue) ? parts.length : 0);
			for (const part of parts) ahead.push({ value: part, depth: next.depth + 1 });
		} else if (next.value !== undefined) {
			const text = String(next.value);
			size.leaves += 1;
			size.longestText = Math.max(size.longestText, text.length);
			size.longestList = Math.max(size.longestList, text.split(",").length);
		}
	}
	return size;
}

const isPlainValue = (value: unknown): boolean => typeof value !== "object" || value === null;
