/** What the server said when it refused, in its own words. */
export class ApiFailure extends Error {
	constructor(
		message: string,
		readonly status: number,
		readonly code: string | null = null,
		/** What is wrong with each field, by its name. */
		readonly fields: Readonly<Record<string, string>> = {},
	) {
		super(message);
	}
}

/** What to tell of a failure: the server's own words where it said any. */
export const sayFailure = (error: unknown, otherwise: string): string =>
	error instanceof ApiFailure ? error.message : otherwise;

/**
 * Calls one of our routes as the person who is signed in.
 * @param path below `/api`
 * @throws ApiFailure with a message for people
 */
export async function callApi<Result>(
	path: string,
	options: { body?: unknown; signal?: AbortSignal; method?: "PATCH" } = {},
): Promise<Result> {
	const { body, signal, method = body === undefined ? "GET" : "POST" } = options;
	const answer = await fetch(`/api${path}`, {
		method,
		credentials: "include",
		headers: body === undefined ? {} : { "Content-Type": "application/json" },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal,
	}).catch((cause) => {
		if (signal?.aborted) throw cause;
		throw new ApiFailure("The server cannot be reached. Nothing was changed; try again.", 0);
	});
	const content: unknown = await answer.json().catch(() => null);
	if (!answer.ok) throw failureOf(answer.status, content);
	return content as Result;
}

function failureOf(status: number, content: unknown): ApiFailure {
	const errors = typeof content === "object" && content !== null && "errors" in content ? content.errors : null;
	const [first] = Array.isArray(errors) ? errors : [];
	if (typeof first?.message !== "string") return new ApiFailure(`The server answered ${status}.`, status);
	// Payload's own say theirs a level deeper.
	const problems: unknown[] = [first.data, first.data?.errors].find(Array.isArray) ?? [];
	const isProblem = (one: unknown): one is { path: string; message: string } =>
		typeof one === "object" && one !== null && "path" in one && "message" in one;
	const fields = Object.fromEntries(problems.filter(isProblem).map(({ path, message }) => [path, message]));
	return new ApiFailure(first.message, status, typeof first.code === "string" ? first.code : null, fields);
}
