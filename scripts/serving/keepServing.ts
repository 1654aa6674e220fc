import { keepRunning, type Running } from "./keepRunning";
import type { OpenDatabase } from "./openDatabase";

/**
 * Keeps the web server, with the worker inside, running until it is told to stop: started again when it ends, once the
 * database can be reached, and when that has moved.
 * @param input.database left out, somebody else keeps it running
 */
export async function keepServing(input: {
	web: Running;
	startWeb: () => Promise<Running>;
	database: OpenDatabase | null;
	stop: AbortSignal;
	say: (line: string) => void;
}): Promise<void> {
	const { web, startWeb, database, stop, say } = input;
	const kept = keepRunning({
		name: "The server",
		running: web,
		start: async () => {
			await database?.whenUp();
			return startWeb();
		},
		stop,
		say,
	});
	database?.onMoved(() => void kept.restart());
	await kept.done;
}
