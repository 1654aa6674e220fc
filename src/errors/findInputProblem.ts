import type { FieldProblem } from "./index";

/** What a request carried, by name. */
type Sent = { query?: object | undefined; data?: object | undefined; routeParams?: object | undefined };
type DatabaseError = { code: string; message: string; column: string };

/** SQLSTATE: values that cannot be read are class 22; a comparison that a type does not know is 42883; nothing in a column that needs a value, 23502. */
const [dataException, unknownComparison, missing] = ["22", "42883", "23502"];
const deepest = 6;

/**
 * What of a request could not be read, where an error says so: an address that is no address, or a value that PostgreSQL could not
 * take for what it stands for. The field is found by the value, which the error quotes.
 *
 * @returns null when the error says anything else: then the fault is ours
 */
export function findInputProblem(error: unknown, request: Sent): FieldProblem | null {
	const sent: Record<string, unknown> = { ...request.query, ...request.data, ...request.routeParams };
	if (error instanceof URIError) return { path: "address", message: "is not well-formed." };
	const cause = findDatabaseError(error);
	if (cause?.code === unknownComparison && sent.where !== undefined) {
		return { path: "where", message: "compares a field in a way that its values do not know." };
	}
	if (cause?.code === missing) {
		const field = cause.column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
		// What was not sent is missing by our fault.
		return sent[field] === null ? { path: field, message: "is needed." } : null;
	}
	if (!cause?.code.startsWith(dataException)) return null;
	const value = /"([\s\S]*)"/.exec(cause.message)?.[1];
	const path = value === undefined ? null : findPath(sent, value);
	return { path: path ?? (sent.where === undefined ? "body" : "where"), message: sayFault(cause) };
}

function findDatabaseError(error: unknown, depth = 0): DatabaseError | null {
	if (!(error instanceof Error) || depth > deepest) return null;
	if ("severity" in error && "code" in error) {
		return { code: String(error.code), message: error.message, column: "column" in error ? String(error.column) : "" };
	}
	return findDatabaseError(error.cause, depth + 1);
}

function sayFault({ code, message }: DatabaseError): string {
	if (message.includes("type uuid")) return "is not an id.";
	if (message.includes("enum")) return "is not one of its values.";
	if (message.includes("out of range")) return "is out of range.";
	if (/timestamp|date/.test(message)) return "is not a date.";
	if (/integer|numeric|double|bigint/.test(message)) return "is not a number.";
	return code === "22021" || code === "22P05" ? "contains a character that cannot be stored." : "cannot be read.";
}

/** Where a value stands in what was sent, such as `where.id.in`; a list may be written as one text with commas. */
function findPath(sent: object, value: string): string | null {
	const ahead: { part: unknown; path: string }[] = Object.entries(sent).map(([path, part]) => ({ part, path }));
	for (let next = ahead.shift(); next; next = ahead.shift()) {
		const { part, path } = next;
		if (typeof part === "object" && part !== null) {
			const isList = Array.isArray(part);
			for (const [key, each] of Object.entries(part))
				ahead.push({ part: each, path: isList ? path : `${path}.${key}` });
		} else if (String(part) === value || String(part).split(",").includes(value)) return path;
	}
	return null;
}
