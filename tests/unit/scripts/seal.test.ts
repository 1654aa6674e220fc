import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readFrames, toBytes } from "../../../scripts/backup/frames";
import { open, seal } from "../../../scripts/backup/seal";

const passphrase = "what opens it";
const chunk = 64 * 1024;

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
	const all: Buffer[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
}

const sealed = (plain: Buffer) => collect(seal(inPieces(plain, 1000), passphrase, { N: 1024, r: 8, p: 1 }));
const opened = (bytes: Buffer, word = passphrase) => collect(open(inPieces(bytes, 777), word));
const bodyAt = (bytes: Buffer) => bytes.indexOf("\n", bytes.indexOf("\n") + 1) + 1;

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])("%i bytes come out as they went in", async (size) => {
	const plain = randomBytes(size);
	expect((await opened(await sealed(plain))).equals(plain)).toBe(true);
});

test("two backups of the same are different, and show nothing of it", async () => {
	const plain = Buffer.from("a secret value ".repeat(1000));
	const [first, second] = [await sealed(plain), await sealed(plain)];
	expect(first.equals(second)).toBe(false);
	expect(first.includes("secret value")).toBe(false);
});

test("what was altered, reordered, cut off or added to does not open", async () => {
	const bytes = await sealed(randomBytes(3 * chunk));
	const body = bodyAt(bytes);
	const step = chunk + 16;
	const flipped = (at: number) => {
		const copy = Buffer.from(bytes);
		copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
		return copy;
	};
	const parts = [0, 1, 2].map((at) => bytes.subarray(body + at * step, body + (at + 1) * step));
	const head = bytes.subarray(0, body);
	const spoilt = [
		flipped(body),
		flipped(body + step + 5),
		flipped(bytes.length - 1),
		bytes.subarray(0, bytes.length - 1),
		bytes.subarray(0, body + 2 * step),
		bytes.subarray(0, body),
		Buffer.concat([head, ...[parts[1], parts[0], parts[2]].map((part) => part as Buffer)]),
		Buffer.concat([head, parts[0] as Buffer, parts[2] as Buffer]),
		Buffer.concat([bytes, Buffer.from("more")]),
	];
	for (const each of spoilt) await expect(opened(each)).rejects.toThrow("altered or cut short");
});

test("another passphrase, another header and another file are each said", async () => {
	const bytes = await sealed(Buffer.from("plain"));
	await expect(opened(bytes, "what opens it not")).rejects.toThrow("The passphrase does not open this backup.");
	const dear = Buffer.from(bytes.toString("latin1").replace('"N":1024', '"N":999999999'), "latin1");
	await expect(opened(dear)).rejects.toThrow("its header is not one");
	await expect(opened(Buffer.from("PK\u0003\u0004 some archive\nof another kind\n"))).rejects.toThrow(
		"not a backup of Keyturn",
	);
	await expect(opened(Buffer.alloc(0))).rejects.toThrow("not a backup of Keyturn");
});

test("frames are read however the bytes come, and an end inside one is an error", async () => {
	const frames = [
		{ type: "begin" as const, value: { kind: "table", name: "users" } },
		{ type: "data" as const, bytes: randomBytes(5000) },
		{ type: "data" as const, bytes: Buffer.alloc(0) },
		{ type: "end" as const, value: { lines: 3 } },
	];
	const bytes = Buffer.concat(frames.map(toBytes));
	for (const size of [1, 6, 4096, bytes.length]) {
		expect(await Array.fromAsync(readFrames(inPieces(bytes, size)))).toEqual(frames);
	}
	await expect(Array.fromAsync(readFrames(inPieces(bytes.subarray(0, -1), 100)))).rejects.toThrow(
		"ends inside a frame",
	);
});
