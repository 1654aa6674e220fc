import { callApi } from "../parts/callApi";

const names = new Map<string, Promise<string | null>>();
let waiting: { id: string; tell: (name: string | null) => void }[] = [];

/** The name of a person, or null when there is no such account any more. One request for all that a page asks for. */
export function nameOfUser(id: string): Promise<string | null> {
	const known = names.get(id);
	if (known) return known;
	if (waiting.length === 0) setTimeout(askForWaiting, 0);
	const answer = new Promise<string | null>((tell) => waiting.push({ id, tell }));
	names.set(id, answer);
	return answer;
}

async function askForWaiting(): Promise<void> {
	const asked = waiting;
	waiting = [];
	const ids = asked.map(({ id }) => id).join(",");
	const found = await callApi<{ docs: { id: string; name: string }[] }>(
		`/users?where[id][in]=${ids}&depth=0&pagination=false&limit=${asked.length}`,
	).catch(() => ({ docs: [] }));
	const nameById = new Map(found.docs.map(({ id, name }) => [id, name]));
	for (const { id, tell } of asked) tell(nameById.get(id) ?? null);
}
