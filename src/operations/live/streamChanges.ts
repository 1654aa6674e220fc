import { createLocalReq, executeAuthStrategies, type PayloadRequest } from "payload";
import { type Actor, actorOf } from "@/access/actorOf";
import { KeyturnError, SignInRequired } from "@/errors";
import { createFeed, snapshotEvent } from "./createFeed";
import type { Holder } from "./streamPlaces";
import { everything, hubOf, type WatchHub } from "./watchHub";

const heartbeatMs = 15_000;
/** A reader who takes nothing any more is not there: the stream ends, the browser opens another. */
const maxUnread = 64;

const headers = {
	"Content-Type": "text/event-stream; charset=utf-8",
	// No compression either: it would keep events back until its buffer is full.
	"Cache-Control": "no-cache, no-transform",
	Connection: "keep-alive",
	"X-Accel-Buffering": "no",
};

/** What is watched, and how it is read with the rights of whoever asks. */
type Target = {
	/** An onboarding's id, or `everything`: then a snapshot is sent at every heartbeat too, for not everything is announced. */
	topic: string;
	/** What of the topic is shown: who may see the same of the same view is given the same snapshot. */
	view: string;
	read(req: PayloadRequest): Promise<unknown>;
};

/**
 * Snapshots as server-sent events: one at once, one after each change, a comment now and then.
 *
 * Each is read with the rights the watcher has at that moment: a session that ended, or a role that was taken, ends the
 * stream (event `end`). So does the watcher's leaving, and nothing of it is left behind.
 *
 * @throws what `read` throws, before the stream begins; Unavailable and TooManyStreams when too many watch
 */
export async function streamChanges({ req, ...target }: Target & { req: PayloadRequest }): Promise<Response> {
	const { topic } = target;
	const hub = hubOf(req.payload.db.pool);
	let onChange = () => {};
	let hasChanged = false;
	// Watched before it is read: what changes in between is not missed.
	const unwatch = hub.watch({
		topic,
		holder: holderOf(req),
		onChange: () => {
			hasChanged = true;
			onChange();
		},
	});
	const first = await readShared({ req, hub, target, isFresh: true }).catch((error: unknown) => {
		unwatch();
		throw error;
	});

	let stop = (_isCancelled: boolean) => {};
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const encoder = new TextEncoder();
			const send = (text: string) => {
				if ((controller.desiredSize ?? 0) < -maxUnread) stop(false);
				else controller.enqueue(encoder.encode(text));
			};
			const feed = createFeed({ read: () => readAgain({ req, hub, target }), send, onEnd: () => stop(false) });
			const heartbeat = setInterval(topic === everything ? feed.look : feed.beat, heartbeatMs);
			const onAbort = () => stop(false);
			stop = (isCancelled) => {
				stop = () => {};
				clearInterval(heartbeat);
				feed.close();
				unwatch();
				req.signal?.removeEventListener("abort", onAbort);
				if (!isCancelled) controller.close();
			};
			req.signal?.addEventListener("abort", onAbort);
			send(`retry: 2000\n\n${snapshotEvent(first)}`);
			onChange = feed.look;
			if (hasChanged) feed.look();
			if (req.signal?.aborted) stop(false);
		},
		cancel: () => stop(true),
	});
	return new Response(body, { headers });
}

type Reading = { req: PayloadRequest; hub: WatchHub; target: Target; isFresh?: boolean };

/** Who may see the same is read for once. */
function readShared({ req, hub, target, isFresh = false }: Reading): Promise<unknown> {
	const { topic, view, read } = target;
	return hub.share({ topic, audience: `${view} ${rightsOf(actorOf(req))}`, isFresh, read: () => read(req) });
}

/** Everything that what is read may depend on, of who reads it. */
function rightsOf(actor: Actor): string {
	if (actor.kind === "person" && actor.vendorRole !== null) return actor.vendorRole;
	if (actor.kind === "person") {
		return JSON.stringify([...actor.roles].map(([casino, roles]) => [casino, ...[...roles].sort()]).sort());
	}
	return actor.kind === "service" ? `service ${actor.casino} ${[...actor.scopes].sort()}` : actor.kind;
}

function holderOf(req: PayloadRequest): Holder {
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const { _sid: session } = req.user as { _sid?: string };
	return {
		isVendor: actor.kind === "person" && actor.vendorRole !== null,
		session: session ?? actor.id,
		person: actor.id,
		casinos: actor.kind === "person" ? [...actor.roles.keys()] : [actor.casino],
	};
}

/** With a request of its own: who sent the first may have signed out, or hold other roles by now. */
async function readAgain({ req, hub, target }: Reading) {
	try {
		const { user } = await executeAuthStrategies({ headers: req.headers, payload: req.payload });
		if (!user) throw new SignInRequired();
		return await readShared({ req: await createLocalReq({ user }, req.payload), hub, target });
	} catch (error) {
		if (!(error instanceof KeyturnError)) {
			req.payload.logger.warn({ msg: "A live view could not be read.", reason: (error as Error).message });
		}
		throw error;
	}
}
