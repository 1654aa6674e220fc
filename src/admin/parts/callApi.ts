/** What the server said when it refused, in its own words. */
export class ApiFailure extends Error {
	constructor(
		message: string,
		readonly status: number,
	) {
		super(message);
	}
}

/**
 * Calls one of our routes as the person who is signed in.
 * @param path below `/api`
 * @throws ApiFailure with a message for people
 */
export async function callApi<Result>(
	path: string,
	options: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Result> {
	const { body, signal } = options;
	const answer = await fetch(`/api${path}`, {
		method: body === undefined ? "GET" : "POST",
		credentials: "include",
		headers: body === undefined ? {} : { "Content-Type": "application/json" },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal,
	}).catch((cause) => {
		if (signal?.aborted) throw cause;
		throw new ApiFailure("The server cannot be reached. Nothing was changed; try again.", 0);
	});
	const content: unknown = await answer.json().catch(() => null);
	if (!answer.ok) throw new ApiFailure(messageIn(content) ?? `The server answered ${answer.status}.`, answer.status);
	return content as Result;
}

function messageIn(content: unknown): string | null {
	if (typeof content !== "object" || content === null || !("errors" in content) || !Array.isArray(content.errors))
		return null;
	const [first] = content.errors;
	return typeof first?.message === "string" ? first.message : null;
}
