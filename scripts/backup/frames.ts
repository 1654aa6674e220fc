/** One thing in a backup: what comes, its bytes, and at its end what must have come. */
export type Frame =
	| { type: "manifest" | "begin" | "end" | "closed"; value: Record<string, unknown> }
	| { type: "data"; bytes: Buffer };

const letters = { manifest: "M", begin: "B", data: "D", end: "E", closed: "Z" } as const;
const types = new Map(Object.entries(letters).map(([type, letter]) => [letter.charCodeAt(0), type as Frame["type"]]));
const maxFrame = 256 * 1024 * 1024;

/** A letter, a length of four bytes, and the content: bytes as they are, everything else as JSON. */
export function toBytes(frame: Frame): Buffer {
	const content = frame.type === "data" ? frame.bytes : Buffer.from(JSON.stringify(frame.value));
	const head = Buffer.alloc(5);
	head.write(letters[frame.type], 0, "latin1");
	head.writeUInt32BE(content.length, 1);
	return Buffer.concat([head, content]);
}

export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
	let held: Buffer[] = [];
	let bytes = 0;
	let wanted = 5;
	for await (const piece of source) {
		held.push(piece);
		bytes += piece.length;
		if (bytes < wanted) continue;
		let all = Buffer.concat(held);
		for (;;) {
			wanted = all.length < 5 ? 5 : 5 + all.readUInt32BE(1);
			if (wanted > maxFrame) throw new Error("The backup holds a frame that is too large.");
			if (all.length < wanted) break;
			yield toFrame(all[0] ?? 0, all.subarray(5, wanted));
			all = all.subarray(wanted);
		}
		held = [all];
		bytes = all.length;
	}
	if (bytes > 0) throw new Error("The backup ends inside a frame.");
}

function toFrame(letter: number, content: Buffer): Frame {
	const type = types.get(letter);
	if (!type) throw new Error("The backup holds a frame of an unknown kind: a newer release made it.");
	if (type === "data") return { type, bytes: content };
	return { type, value: JSON.parse(content.toString()) as Record<string, unknown> };
}
