import {
	createCipheriv,
	createDecipheriv,
	createHash,
	createHmac,
	randomBytes,
	scryptSync,
	timingSafeEqual,
} from "node:crypto";

const magic = "KEYTURN BACKUP 1\n";
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** 128 MB of memory a guess. */
const scrypt: Cost = { N: 2 ** 17, r: 8, p: 1 };
const maxHeader = 1024;

type Cost = { N: number; r: number; p: number };
type Header = { scrypt: Cost; salt: string; check: string };

/**
 * Encrypts a stream with a passphrase: a header, then chunks of AES-256-GCM. A chunk's nonce is its number and whether it is the
 * last; the header is bound to each. So what is altered, reordered or cut short does not open.
 */
export async function* seal(
	plain: AsyncIterable<Buffer>,
	passphrase: string,
	cost: Cost = scrypt,
): AsyncGenerator<Buffer> {
	const salt = randomBytes(16);
	const { key, check } = deriveKey(passphrase, salt, cost);
	const header: Header = { scrypt: cost, salt: salt.toString("hex"), check: check.toString("hex") };
	const head = Buffer.from(`${magic}${JSON.stringify(header)}\n`);
	yield head;
	const bound = createHash("sha256").update(head).digest();
	let number = 0;
	for await (const { chunk, isLast } of inChunks(plain, chunkBytes)) {
		const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number++, isLast)).setAAD(bound);
		yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
	}
}

/**
 * Opens what `seal` made, chunk by chunk.
 * @throws one sentence when it is no backup, when the passphrase is another, and when anything was altered or cut off
 */
export async function* open(sealed: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
	const source = sealed[Symbol.asyncIterator]();
	const { head, header, rest } = await readHeader(source);
	const { key, check } = deriveKey(passphrase, Buffer.from(header.salt, "hex"), header.scrypt);
	const expected = Buffer.from(header.check, "hex");
	if (expected.length !== check.length || !timingSafeEqual(check, expected)) {
		throw new Error("The passphrase does not open this backup. Nothing was changed.");
	}
	const bound = createHash("sha256").update(head).digest();
	let number = 0;
	for await (const { chunk, isLast } of inChunks(following(rest, source), chunkBytes + tagBytes)) {
		yield openChunk({ chunk, key, bound, nonce: nonceOf(number++, isLast) });
	}
}

function openChunk(input: { chunk: Buffer; key: Buffer; bound: Buffer; nonce: Buffer }): Buffer {
	const { chunk, key, bound, nonce } = input;
	try {
		const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes })
			.setAAD(bound)
			.setAuthTag(chunk.subarray(-tagBytes));
		return Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
	} catch {
		throw new Error("The backup was altered or cut short: it does not open to its end. Nothing was changed.");
	}
}

/** A key of its own for each backup, by its salt: numbers never meet again under one key. */
function deriveKey(passphrase: string, salt: Buffer, cost: Cost): { key: Buffer; check: Buffer } {
	const key = scryptSync(passphrase.normalize("NFC"), salt, 32, { ...cost, maxmem: 2 ** 28 });
	return { key, check: createHmac("sha256", key).update("keyturn backup passphrase").digest().subarray(0, 16) };
}

function nonceOf(number: number, isLast: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64BE(BigInt(number), 3);
	nonce.writeUInt8(isLast ? 1 : 0, 11);
	return nonce;
}

async function readHeader(source: AsyncIterator<Buffer>): Promise<{ head: Buffer; header: Header; rest: Buffer }> {
	let read = Buffer.alloc(0);
	for (;;) {
		const end = read.indexOf("\n", magic.length);
		if (end >= 0 && read.subarray(0, magic.length).toString() === magic) {
			const head = read.subarray(0, end + 1);
			return { head, header: parseHeader(read.subarray(magic.length, end)), rest: read.subarray(end + 1) };
		}
		const next = read.length < maxHeader ? await source.next() : { done: true as const };
		if (next.done) throw new Error("This is not a backup of Keyturn. Nothing was changed.");
		read = Buffer.concat([read, next.value]);
	}
}

/** What it costs to open is bounded, whatever the file says. */
function parseHeader(line: Buffer): Header {
	try {
		const header = JSON.parse(line.toString()) as Header;
		const { N, r, p } = header.scrypt;
		if (header.salt.length === 32 && N <= 2 ** 20 && r <= 8 && p <= 4) return header;
	} catch {
		// The same to whoever has the file: its beginning is not what was written.
	}
	throw new Error("The backup was altered: its header is not one. Nothing was changed.");
}

async function* following(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
	yield first;
	for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** Pieces of one size, the last of them shorter or as long, and always one, also of nothing. */
async function* inChunks(
	source: AsyncIterable<Buffer>,
	size: number,
): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
	let held: Buffer[] = [];
	let bytes = 0;
	for await (const piece of source) {
		held.push(piece);
		bytes += piece.length;
		if (bytes <= size) continue;
		const all = Buffer.concat(held);
		let at = 0;
		for (; all.length - at > size; at += size) yield { chunk: all.subarray(at, at + size), isLast: false };
		held = [all.subarray(at)];
		bytes = all.length - at;
	}
	yield { chunk: Buffer.concat(held), isLast: true };
}
