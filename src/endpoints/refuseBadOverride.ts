import { InvalidInput, toHttp } from "@/errors";

const overrides = ["X-Payload-HTTP-Method-Override", "X-HTTP-Method-Override"] as const;

/** A query may be sent as the JSON of a POST. Payload reads it before anything catches what is thrown: the server would have failed. */
export function refuseBadOverride<Rest extends unknown[]>(
	post: (request: Request, ...rest: Rest) => Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
	return async (request, ...rest) => {
		const isQuery = overrides.some((name) => request.headers.get(name) === "GET");
		if (isQuery && request.headers.get("Content-Type") === "application/json" && !(await isJson(request.clone()))) {
			return toHttp(new InvalidInput([{ path: "body", message: "is not JSON." }]));
		}
		return post(request, ...rest);
	};
}

async function isJson(request: Request): Promise<boolean> {
	try {
		await request.json();
		return true;
	} catch {
		return false;
	}
}
