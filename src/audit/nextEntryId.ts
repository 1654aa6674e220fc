import { randomBytes } from "node:crypto";

let last = 0n;

/**
 * A UUID of version 7 that sorts after every earlier one of this process: the order of entries that the database
 * dates to the same millisecond.
 */
export function nextEntryId(): string {
	// Milliseconds, then a counter of 12 bits that carries over into them when it is full.
	const now = BigInt(Date.now()) << 12n;
	last = now > last ? now : last + 1n;
	const time = (last >> 12n).toString(16).padStart(12, "0");
	const counter = (last & 0xfffn).toString(16).padStart(3, "0");
	const random = randomBytes(8);
	random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
	const tail = random.toString("hex");
	return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
