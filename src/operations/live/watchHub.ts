import { Client, type ClientConfig } from "pg";
import { Unavailable } from "@/errors";
import { accessChanged, liveChannel } from "./announceChange";

/** Each watcher holds a connection of the web server and reads a snapshot at every change. */
const maxWatchers = 500;
const firstRetryMs = 250;
const lastRetryMs = 5_000;

/** The topic of those who watch every onboarding. */
export const everything = "*";

type Watcher = () => void;

/** Hears of changes and tells those who watch. One for each pool, and so one for each process. */
export type WatchHub = {
	/**
	 * Calls `onChange` after each change of the topic, an onboarding's id or `everything`, and once whenever changes may have been missed.
	 * @returns ends the watch; safe to call twice
	 * @throws Unavailable when too many watch already
	 */
	watch(topic: string, onChange: Watcher): () => void;
	/** How many watch now. */
	countWatchers(): number;
};

/** The part of a pool that says how to connect. */
type Pool = { options: ClientConfig };

const hubs = new WeakMap<Pool, WatchHub>();

/** The process's hub: it opens its one LISTEN connection for the first watcher and closes it after the last. */
export function hubOf(pool: Pool): WatchHub {
	const hub = hubs.get(pool) ?? createWatchHub({ connect: () => new Client(listenOptions(pool)), maxWatchers });
	hubs.set(pool, hub);
	return hub;
}

function listenOptions(pool: Pool) {
	return { ...pool.options, application_name: "keyturn-live", keepAlive: true };
}

/** @param input.connect makes a client that is not connected yet; called again after each loss */
export function createWatchHub(input: { connect(): Client; maxWatchers: number }): WatchHub {
	const watchers = new Map<string, Set<Watcher>>();
	let count = 0;
	let listening: { end(): void } | null = null;

	const tell = (...topics: string[]) => {
		for (const watcher of topics.flatMap((topic) => [...(watchers.get(topic) ?? [])])) watcher();
	};

	return {
		countWatchers: () => count,
		watch(topic, onChange) {
			if (count >= input.maxWatchers) {
				throw new Unavailable(
					"Too many people are watching on this server. The page still works; reload it to see changes.",
				);
			}
			const ofTopic = watchers.get(topic) ?? new Set();
			const watcher: Watcher = () => onChange();
			watchers.set(topic, ofTopic.add(watcher));
			count += 1;
			listening ??= keepListening({
				connect: input.connect,
				onNotify: (onboardingId) => tell(onboardingId, everything),
				onReconnect: () => tell(...watchers.keys()),
			});
			return () => {
				if (!ofTopic.delete(watcher)) return;
				count -= 1;
				if (ofTopic.size === 0 && watchers.get(topic) === ofTopic) watchers.delete(topic);
				if (count > 0) return;
				listening?.end();
				listening = null;
			};
		},
	};
}

/** Listens until it is ended, on one connection at a time; after a loss it tries again, ever more slowly. */
function keepListening(input: { connect(): Client; onNotify(onboardingId: string): void; onReconnect(): void }) {
	let isEnded = false;
	let client: Client | null = null;
	let timer: NodeJS.Timeout | undefined;
	let wait = firstRetryMs;

	const retry = (lost: Client) => {
		if (isEnded || client !== lost) return;
		client = null;
		lost.end().catch(() => {});
		timer = setTimeout(open, wait);
		wait = Math.min(wait * 2, lastRetryMs);
	};
	const open = () => {
		const opened = input.connect();
		client = opened;
		// Without a listener a broken connection would end the process.
		opened.on("error", () => retry(opened));
		opened.on("end", () => retry(opened));
		opened.on("notification", ({ channel, payload }) => {
			if (channel !== liveChannel || !payload) return;
			if (payload === accessChanged) input.onReconnect();
			else input.onNotify(payload);
		});
		opened
			.connect()
			.then(() => opened.query(`LISTEN ${liveChannel}`))
			.then(() => {
				wait = firstRetryMs;
				// What changed before the first LISTEN, or while it was lost, was not heard.
				input.onReconnect();
			})
			.catch(() => retry(opened));
	};
	open();
	return {
		end() {
			isEnded = true;
			clearTimeout(timer);
			client?.end().catch(() => {});
		},
	};
}
