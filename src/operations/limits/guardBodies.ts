import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type BodyKind, findBodyKind, findJsonExcess, jsonLimits } from "./bodyLimits";

type Limits = Record<BodyKind, { bytes: number; seconds: number; held: number; share: number }>;
type Exchange = { request: IncomingMessage; response: ServerResponse };
/** Bytes of bodies on their way: of all senders, and of each by address. */
type Held = { all: number; by: Map<string, number> };
type SenderOf = (request: IncomingMessage) => string;
type Arrival = {
	exchange: Exchange;
	limits: Limits;
	senderOf: SenderOf;
	held: Record<BodyKind, Held>;
	proceed(): void;
};
type Refusal = { status: number; code: string; message: string };

/** After a refusal the rest is read and dropped for so long: a client that is still sending must get to read the answer. */
const lingerMs = 500;

/** So many pieces are made one: a body that comes a byte at a time would cost a hundred times its size. */
const mostPieces = 1024;

/**
 * Stands before everything this process serves: a body is received whole, within its limits, before a route sees the
 * request. Bytes are counted as they come off the socket, so neither a missing nor a wrong length gets past. An address that
 * cannot be read is refused before anything looks for its route. Call once,
 * when the server starts; a server whose first request came earlier is guarded from its next one.
 */
export function guardBodies(limits: Limits, senderOf: SenderOf): void {
	const held: Record<BodyKind, Held> = {
		plain: { all: 0, by: new Map() },
		upload: { all: 0, by: new Map() },
	};
	const guarded = new WeakSet<Server>();
	subscribe("http.server.request.start", (message) => {
		const { server } = message as { server: Server };
		if (guarded.has(server)) return;
		guarded.add(server);
		const emit = server.emit.bind(server) as (event: string, ...args: unknown[]) => boolean;
		server.emit = (event: string, ...args: unknown[]) => {
			if (event !== "request") return emit(event, ...args);
			const [request, response] = args as [IncomingMessage, ServerResponse];
			receiveBody({ exchange: { request, response }, limits, senderOf, held, proceed: () => emit(event, ...args) });
			return true;
		};
	});
}

function receiveBody(input: Arrival): void {
	const { exchange, limits, proceed } = input;
	const { headers, url } = exchange.request;
	if (!isReadable(url)) {
		refuse(exchange, unreadable);
		return;
	}
	const declared = Number(headers["content-length"] ?? 0);
	if (declared === 0 && headers["transfer-encoding"] === undefined) {
		proceed();
		return;
	}
	const kind = findBodyKind({ url, contentType: headers["content-type"] });
	const refused = findRefusal({ declared, limit: limits[kind], encoding: headers["content-encoding"] });
	if (refused) refuse(exchange, refused);
	else holdBody({ ...input, kind });
}

/** Keeps what arrives until it is whole, and then lets the request go on with it. */
function holdBody({ exchange, limits, senderOf, held, proceed, kind }: Arrival & { kind: BodyKind }): void {
	const limit = limits[kind];
	const sender = senderOf(exchange.request);
	let size = 0;
	const chunks: Uint8Array[] = [];
	const pieces: Uint8Array[] = [];
	const release = () => {
		count(held[kind], sender, -size);
		size = 0;
	};
	exchange.response.once("close", release);
	const stop = (refusal: Refusal) => {
		clearTimeout(timer);
		chunks.length = 0;
		pieces.length = 0;
		release();
		refuse(exchange, refusal);
	};
	const timer = setTimeout(() => stop(tooSlow(limit.seconds)), limit.seconds * 1000);
	interceptBody(exchange.request, {
		onChunk: (chunk) => {
			size += chunk.byteLength;
			const own = count(held[kind], sender, chunk.byteLength);
			pieces.push(chunk);
			if (pieces.length === mostPieces) chunks.push(Buffer.concat(pieces.splice(0)));
			if (size > limit.bytes) stop(tooLarge(limit.bytes));
			else if (own > limit.share || held[kind].all > limit.held) stop(busy);
		},
		onEnd: (hand) => {
			clearTimeout(timer);
			chunks.push(...pieces.splice(0));
			const excess = kind === "plain" ? findJsonExcess(chunks) : null;
			if (excess) {
				stop(tooComplex(excess));
				return;
			}
			proceed();
			hand(chunks);
		},
	});
	exchange.request.once("close", () => clearTimeout(timer));
}

/** @returns what is held of this sender now */
function count(held: Held, sender: string, bytes: number): number {
	const own = (held.by.get(sender) ?? 0) + bytes;
	held.all += bytes;
	if (own > 0) held.by.set(sender, own);
	else held.by.delete(sender);
	return own;
}

/** Takes what comes off the socket before the request's readers do. `hand` gives it to them, to its end. */
function interceptBody(
	request: IncomingMessage,
	handlers: { onChunk(chunk: Uint8Array): void; onEnd(hand: (chunks: readonly Uint8Array[]) => void): void },
): void {
	const push = request.push.bind(request);
	request.push = (chunk: Uint8Array | null) => {
		if (chunk !== null) handlers.onChunk(chunk);
		else {
			handlers.onEnd((chunks) => {
				request.push = push;
				for (const each of chunks) push(each);
				push(null);
			});
		}
		return true;
	};
}

/** Answers at once, then drops what is still sent for a moment and closes the connection. */
function refuse({ request, response }: Exchange, { status, code, message }: Refusal): void {
	request.push = () => true;
	const body = JSON.stringify({ errors: [{ message, code }] });
	response.writeHead(status, {
		"Content-Type": "application/json",
		"Content-Length": Buffer.byteLength(body),
		"X-Content-Type-Options": "nosniff",
		Connection: "close",
		...(status === 503 ? { "Retry-After": "5" } : {}),
	});
	response.write(body);
	const close = () => {
		clearTimeout(timer);
		response.end();
		request.socket.destroySoon();
	};
	const timer = setTimeout(close, lingerMs);
	request.socket.once("close", () => clearTimeout(timer));
}

/** Next answers 500, and logs a fault, for a path whose percent signs stand for no text. */
function isReadable(url = "/"): boolean {
	try {
		decodeURIComponent(url.split("?", 1)[0] ?? "");
		return true;
	} catch {
		return false;
	}
}

function findRefusal(input: {
	declared: number;
	limit: { bytes: number };
	encoding: string | undefined;
}): Refusal | null {
	if (input.declared > input.limit.bytes) return tooLarge(input.limit.bytes);
	if (input.encoding !== undefined && input.encoding.toLowerCase() !== "identity") return encoded;
	return null;
}

const unreadable: Refusal = { status: 400, code: "invalid_input", message: "This address cannot be read." };
const encoded: Refusal = {
	status: 415,
	code: "encoding_not_supported",
	message: "Send the body as it is, without Content-Encoding.",
};
const busy: Refusal = {
	status: 503,
	code: "unavailable",
	message: "Too much is being sent to this server at once. Try again in a few seconds.",
};
const tooLarge = (bytes: number): Refusal => ({
	status: 413,
	code: "body_too_large",
	message: `The body is larger than ${bytes} bytes.`,
});
const tooSlow = (seconds: number): Refusal => ({
	status: 408,
	code: "body_too_slow",
	message: `The body did not arrive within ${seconds} seconds.`,
});
const tooComplex = (excess: keyof typeof jsonLimits): Refusal => ({
	status: 413,
	code: "body_too_complex",
	message:
		excess === "depth"
			? `The body is nested deeper than ${jsonLimits.depth} levels.`
			: `The body has more than ${jsonLimits.values} values.`,
});
