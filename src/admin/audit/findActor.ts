import { ApiFailure, callApi } from "../parts/callApi";

/**
 * Who is meant: the recorded name of an actor.
 * @param text an e-mail address of an account, or an actor as recorded (`user:…`, `system:…`); empty for nobody
 * @throws ApiFailure when nobody has an account under the address
 */
export async function findActor(text: string): Promise<string> {
	const wanted = text.trim();
	if (!wanted.includes("@")) return wanted;
	const where = `where[email][equals]=${encodeURIComponent(wanted.toLowerCase())}`;
	const { docs } = await callApi<{ docs: { id: string }[] }>(`/users?${where}&limit=1&depth=0&pagination=false`);
	const [person] = docs;
	if (!person) throw new ApiFailure(`Nobody has an account under ${wanted}.`, 404);
	return `user:${person.id}`;
}
