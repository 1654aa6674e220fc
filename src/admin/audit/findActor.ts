import { callApi } from "../parts/callApi";

/**
 * Who is meant: the recorded name of an actor.
 * @param text an e-mail address of an account, or an actor as recorded (`user:…`, `system:…`); empty for nobody
 * @throws when nobody has an account under the address
 */
export async function findActor(text: string): Promise<string> {
	const wanted = text.trim();
	if (!wanted.includes("@")) return wanted;
	const where = `where[email][equals]=${encodeURIComponent(wanted.toLowerCase())}`;
	const { docs } = await callApi<{ docs: { id: string }[] }>(`/users?${where}&limit=1&depth=0&pagination=false`);
	const [person] = docs;
	if (!person) throw new Error(`Nobody has an account under ${wanted}.`);
	return `user:${person.id}`;
}
