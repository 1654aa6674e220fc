/**
 * How much a request may carry and how long it may take to arrive. Counted while it arrives, before anybody reads it and
 * before it is known who sends it. `held` is what one process holds of all bodies together, `share` what it holds from one address.
 */
export const bodyLimits = {
	/** Everything that is not a file: JSON, forms, calls of the admin panel, webhooks. */
	plain: { bytes: 1_000_000, seconds: 20, held: 64_000_000, share: 32_000_000 },
	/** A file of 25 MB with its form around it. */
	upload: { bytes: 26_000_000, seconds: 120, held: 160_000_000, share: 80_000_000 },
} as const;

export type BodyKind = keyof typeof bodyLimits;

/** JSON nested deeper, or of more values, is written to be expensive: no screen and no vendor sends it. */
export const jsonLimits = { depth: 200, values: 100_000 } as const;

/** Files come to the upload collection; a form without one is as small as JSON. */
const uploadPath = /^\/api\/media(?:[/?]|$)/;

/** Which limits a request is held to. */
export function findBodyKind(request: { url?: string | undefined; contentType?: string | undefined }): BodyKind {
	const isMultipart = /^\s*multipart\/form-data\b/i.test(request.contentType ?? "");
	return isMultipart && uploadPath.test(request.url ?? "") ? "upload" : "plain";
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openObject, closeObject, openArray, closeArray] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What a JSON body exceeds, looking at its bytes once and building nothing; null when it is within the limits. */
export function findJsonExcess(chunks: readonly Uint8Array[]): keyof typeof jsonLimits | null {
	let [depth, values, isString, isEscaped] = [0, 0, false, false];
	for (const chunk of chunks) {
		for (const byte of chunk) {
			if (isEscaped) isEscaped = false;
			else if (isString) {
				if (byte === backslash) isEscaped = true;
				else if (byte === quote) isString = false;
			} else if (byte === quote) isString = true;
			else if (byte === comma) values += 1;
			else if (byte === openObject || byte === openArray) depth += 1;
			else if (byte === closeObject || byte === closeArray) depth -= 1;
			if (depth > jsonLimits.depth) return "depth";
		}
	}
	return values > jsonLimits.values ? "values" : null;
}
