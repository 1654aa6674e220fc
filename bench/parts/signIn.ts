import { type Prepared, send } from "./sendRequests";

/** Signs a person of the bench in. @returns what prepares their requests: a GET, or with a body a POST */
export async function signIn(port: number, email: string): Promise<(path: string, body?: object) => Prepared> {
	const json = { "content-type": "application/json" };
	const answer = await send(undefined, port, {
		path: "/api/users/login",
		method: "POST",
		headers: json,
		body: JSON.stringify({ email, password: "a password for the bench" }),
	});
	const { token } = JSON.parse(answer) as { token: string };
	const headers = { ...json, cookie: `payload-token=${token}`, authorization: `JWT ${token}` };
	return (path, body) =>
		body ? { path, method: "POST", headers, body: JSON.stringify(body) } : { path, method: "GET", headers };
}
