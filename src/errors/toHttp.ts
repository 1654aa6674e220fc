import { KeyturnError } from "./KeyturnError";

/**
 * The one mapping from an error to an HTTP answer, in Payload's shape plus a stable `code`.
 * What is not ours becomes a bare 500: no stack, no SQL, no hint that a record exists.
 */
export function toHttp(error: unknown): Response {
	if (error instanceof KeyturnError) {
		const headers = new Headers();
		if ("retryAfterSeconds" in error) headers.set("Retry-After", String(error.retryAfterSeconds));
		return Response.json(
			{
				errors: [
					{
						message: error.publicMessage,
						code: error.code,
						...(error.data === undefined ? {} : { data: error.data }),
					},
				],
			},
			{ status: error.status, headers },
		);
	}
	return Response.json(
		{ errors: [{ message: "Something went wrong on our side. Nothing was changed.", code: "internal" }] },
		{ status: 500 },
	);
}
