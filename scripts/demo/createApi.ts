/** An answer that was not a success; the message is the API's own. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

export type Api = <Answer>(
	method: "GET" | "POST",
	path: string,
	options?: { token?: string | undefined; body?: unknown; headers?: Record<string, string> },
) => Promise<Answer>;

/**
 * Calls the running server's API as any client would.
 * @param address without a slash at its end
 */
export function createApi(address: string): Api {
	return async (method, path, { token, body, headers } = {}) => {
		const response = await fetch(`${address}/api${path}`, {
			method,
			headers: {
				...(token ? { authorization: `JWT ${token}` } : {}),
				...(body === undefined ? {} : { "content-type": "application/json" }),
				...headers,
			},
			...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
			signal: AbortSignal.timeout(30_000),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Refused(response.status, `${method} ${path} answered ${response.status}: ${wordsOf(text)}`);
		return text ? JSON.parse(text) : null;
	};
}

type Problem = { message?: string; data?: { errors?: { path: string; message: string }[] } };

function wordsOf(text: string): string {
	try {
		const { errors } = JSON.parse(text) as { errors: Problem[] };
		const problems = errors.flatMap(({ message, data }) => [
			message ?? "",
			...(data?.errors ?? []).map((problem) => `${problem.path}: ${problem.message}`),
		]);
		return problems.join(" ");
	} catch {
		return text.slice(0, 200);
	}
}
