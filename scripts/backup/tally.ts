import { createHash } from "node:crypto";

/** How much of something there was: compared after a restore. A row of COPY ends with a line feed, and holds no other. */
export type Tally = { bytes: number; lines: number; sha256: string };

const lineFeed = 10;

/** Passes a stream on; `total` says what went by. */
export function tallying(source: AsyncIterable<Buffer>): { pieces: AsyncGenerator<Buffer>; total(): Tally } {
	const hash = createHash("sha256");
	let bytes = 0;
	let lines = 0;
	async function* pieces() {
		for await (const piece of source) {
			hash.update(piece);
			bytes += piece.length;
			for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) lines++;
			yield piece;
		}
	}
	let sha256: string | undefined;
	return {
		pieces: pieces(),
		total: () => {
			sha256 ??= hash.digest("hex");
			return { bytes, lines, sha256 };
		},
	};
}

export async function tally(source: AsyncIterable<Buffer>): Promise<Tally> {
	const { pieces, total } = tallying(source);
	for await (const _ of pieces);
	return total();
}
