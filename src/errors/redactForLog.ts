/** Parts of a database error that quote the row or the parameters, and with them a customer's data. */
const quoting = new Set(["detail", "where", "internalQuery", "parameters", "params", "values", "query", "hint"]);
const deepest = 6;

/**
 * An error as a log may keep it: what it is, where it was raised and why, without the values of the statement that failed.
 * Anything that is no error is handed back as it is.
 */
export function redactForLog(value: unknown, depth = 0): unknown {
	if (!(value instanceof Error)) return value;
	const copy = Object.create(Object.getPrototypeOf(value)) as Error & Record<string, unknown>;
	const isOfDatabase = depth > 0 || hasDatabaseCause(value);
	for (const name of Object.getOwnPropertyNames(value)) {
		const part = (value as unknown as Record<string, unknown>)[name];
		if (isOfDatabase && quoting.has(name)) continue;
		copy[name] = part instanceof Error && depth < deepest ? redactForLog(part, depth + 1) : part;
	}
	if (isOfDatabase) {
		copy.message = withoutValues(value.message);
		copy.stack = (value.stack ?? "").replace(value.message, () => copy.message);
	}
	return copy;
}

function hasDatabaseCause(error: Error): boolean {
	if ("severity" in error || "query" in error || error.message.startsWith("Failed query:")) return true;
	return error.cause instanceof Error && hasDatabaseCause(error.cause);
}

/** Some statements' parameters stand behind the statement, and what PostgreSQL could not read stands in quotes. */
function withoutValues(message: string): string {
	return message.replace(/\nparams:[\s\S]*$/, "\nparams: (left out)").replace(/: "[\s\S]*"$/, ": (left out)");
}
