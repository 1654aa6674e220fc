import { Client, type ClientConfig } from "pg";
import { accessChanged, liveChannel } from "./announceChange";
import { createPlaces, type Holder, type PlaceLimits } from "./streamPlaces";

const firstRetryMs = 250;
const lastRetryMs = 5_000;

/** The topic of those who watch every onboarding. */
export const everything = "*";

type Watcher = () => void;

/** How old a shared snapshot may be when nothing was announced since: not everything is. */
const maxSharedMs = 10_000;

type SharedRead = { version: number; at: number; result: Promise<unknown> };
/** Those who watch one topic, the number of its last change, and what was read since, by who may see it. */
type Topic = { watchers: Set<Watcher>; version: number; reads: Map<string, SharedRead> };

/** Hears of changes and tells those who watch. One for each pool, and so one for each process. */
export type WatchHub = {
	/**
	 * Calls `onChange` after each change of the topic, an onboarding's id or `everything`, and once whenever changes may have been missed.
	 * @returns ends the watch; safe to call twice
	 * @throws Unavailable when too many watch already, TooManyStreams when they themselves do
	 */
	watch(input: { topic: string; holder: Holder; onChange: Watcher }): () => void;
	/**
	 * Reads once for everybody who watches the topic and may see the same: whoever asks between two changes gets what the
	 * first was given. `isFresh` reads again, for whoever has just come.
	 */
	share<Result>(input: {
		topic: string;
		audience: string;
		isFresh?: boolean;
		read(): Promise<Result>;
	}): Promise<Result>;
	/** How many watch now. */
	countWatchers(): number;
};

/** The part of a pool that says how to connect. */
type Pool = { options: ClientConfig };

const hubs = new WeakMap<Pool, WatchHub>();

/** The process's hub: it opens its one LISTEN connection for the first watcher and closes it after the last. */
export function hubOf(pool: Pool): WatchHub {
	const hub = hubs.get(pool) ?? createWatchHub({ connect: () => new Client(listenOptions(pool)) });
	hubs.set(pool, hub);
	return hub;
}

function listenOptions(pool: Pool) {
	return { ...pool.options, application_name: "keyturn-live", keepAlive: true };
}

/** @param input.connect makes a client that is not connected yet; called again after each loss */
export function createWatchHub(input: { connect(): Client; limits?: PlaceLimits }): WatchHub {
	const topics = new Map<string, Topic>();
	const places = createPlaces(input.limits);
	let lastVersion = 0;
	let listening: { end(): void } | null = null;

	const tell = (...names: string[]) => {
		for (const topic of names.flatMap((name) => topics.get(name) ?? [])) {
			topic.version = ++lastVersion;
			for (const watcher of [...topic.watchers]) watcher();
		}
	};

	return {
		countWatchers: () => places.count(),
		watch({ topic: name, holder, onChange }) {
			const leave = places.take(holder);
			const topic = topics.get(name) ?? { watchers: new Set(), version: ++lastVersion, reads: new Map() };
			topics.set(name, topic);
			const watcher: Watcher = () => onChange();
			topic.watchers.add(watcher);
			listening ??= keepListening({
				connect: input.connect,
				onNotify: (onboardingId) => tell(onboardingId, everything),
				onReconnect: () => tell(...topics.keys()),
			});
			return () => {
				if (!topic.watchers.delete(watcher)) return;
				leave();
				if (topic.watchers.size === 0 && topics.get(name) === topic) topics.delete(name);
				if (places.count() > 0) return;
				listening?.end();
				listening = null;
			};
		},
		share: ({ topic, audience, isFresh = false, read }) =>
			shareRead({ topic: topics.get(topic), audience, isFresh, read }),
	};
}

function shareRead<Result>(input: {
	topic: Topic | undefined;
	audience: string;
	isFresh: boolean;
	read(): Promise<Result>;
}): Promise<Result> {
	const { topic, audience, isFresh, read } = input;
	if (!topic) return read();
	const known = topic.reads.get(audience);
	const isCurrent = known?.version === topic.version && Date.now() - known.at < maxSharedMs;
	if (known && isCurrent && !isFresh) return known.result as Promise<Result>;
	const shared: SharedRead = { version: topic.version, at: Date.now(), result: read() };
	topic.reads.set(audience, shared);
	shared.result.catch(() => topic.reads.get(audience) === shared && topic.reads.delete(audience));
	return shared.result as Promise<Result>;
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
