import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "../../harness/factories";

/**
 * Watches an onboarding's live view as a browser does: signed in, and connected again two seconds after a stream ended.
 * @returns which statuses of the run were seen, and an end to it
 */
export function watchOnboarding(input: {
	address: string;
	person: Pick<Person, "email" | "password">;
	onboarding: string;
}) {
	const seen = new Set<string>();
	const leaving = new AbortController();
	const watching = (async () => {
		while (!leaving.signal.aborted) {
			await readStream(input, seen, leaving.signal).catch(() => {});
			await sleep(2000, undefined, { signal: leaving.signal }).catch(() => {});
		}
	})();
	return {
		statuses: () => [...seen],
		stop: async () => {
			leaving.abort();
			await watching;
		},
	};
}

async function readStream(
	{ address, person, onboarding }: Parameters<typeof watchOnboarding>[0],
	seen: Set<string>,
	signal: AbortSignal,
): Promise<void> {
	const signIn = await fetch(`${address}/api/users/login`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ email: person.email, password: person.password }),
		signal,
	});
	const { token } = (await signIn.json()) as { token: string };
	const response = await fetch(`${address}/api/onboardings/${onboarding}/events`, {
		headers: { authorization: `JWT ${token}` },
		signal,
	});
	if (!response.ok || !response.body) throw new Error(`The live view answered ${response.status}.`);
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let text = "";
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		text += read.value;
		const parts = text.split("\n\n");
		text = parts.pop() ?? "";
		for (const status of parts.map(statusIn)) if (status) seen.add(status);
	}
}

/** The run's status in one event of the stream, if it is a snapshot with a run. */
function statusIn(event: string): string | undefined {
	const data = /^data: (.*)$/m.exec(event)?.[1];
	const snapshot = data ? (JSON.parse(data) as { run?: { status?: string } | null }) : null;
	return snapshot?.run?.status;
}
