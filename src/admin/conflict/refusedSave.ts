/** One field that two people changed, as the API answers it. */
export type ClashingField = {
	path: string;
	label: string;
	/** To be sent back when theirs is taken; absent when the reader may not see it. */
	theirs?: unknown;
	/** The values in words. */
	shown: { before?: string; theirs?: string; mine: string };
	by: string | null;
	at: string | null;
};
export type Conflict = { code: string; updatedAt: string; conflicts: ClashingField[] };
export type RefusedSave = { url: string; init: RequestInit };

/** What a refused save says of it; null for any other refusal. */
export async function readConflict(answer: Response): Promise<Conflict | null> {
	try {
		const { errors } = (await answer.json()) as { errors?: { data?: Conflict }[] };
		const data = errors?.[0]?.data;
		return data?.code === "changed_meanwhile" ? data : null;
	} catch {
		return null;
	}
}

/**
 * Saves again what was refused, with the person's choice at each field: what they typed is kept but where they take the other's.
 * @returns null when it was saved, else what is in its way now
 */
export async function saveChosen(
	{ url, init }: RefusedSave,
	conflict: Conflict,
	takesTheirs: ReadonlySet<string>,
): Promise<Response> {
	const isForm = init.body instanceof FormData;
	const sent: Record<string, unknown> = JSON.parse(
		isForm ? String((init.body as FormData).get("_payload")) : String(init.body),
	);
	const chosen = structuredClone({ ...sent, updatedAt: conflict.updatedAt });
	for (const { path, theirs } of conflict.conflicts) if (takesTheirs.has(path)) put(chosen, path.split("."), theirs);
	const text = JSON.stringify(chosen);
	if (!isForm) return fetch(url, { ...init, body: text });
	const body = new FormData();
	for (const [name, value] of (init.body as FormData).entries()) body.append(name, name === "_payload" ? text : value);
	return fetch(url, { ...init, body });
}

function put(into: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
	const inner = into[name];
	if (rest.length > 0) {
		if (typeof inner === "object" && inner !== null) put(inner as Record<string, unknown>, rest, value);
		return;
	}
	// A row that was taken out here and changed there comes back.
	into[name] = Array.isArray(inner) && !Array.isArray(value) && value !== null ? [...inner, value] : value;
}
