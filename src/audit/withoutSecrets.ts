import type { JsonObject } from "./auditEntry";

const secretName =
	/pass(word|phrase)|secret|token|salt|credential|authorization|cookie|api_?key|private_?key|key_?hash|^hash$|^sessions?$|^otp$/i;

/** Stands for a secret: the record shows that one was set or changed, never which. */
export const secretMark = "(secret)";

/** A copy as plain JSON in which every field whose name sounds like a secret, at any depth, holds only a mark. */
export function withoutSecrets(document: object): JsonObject {
	return JSON.parse(
		JSON.stringify(document, (key, value: unknown) =>
			secretName.test(key) && value !== null && value !== undefined ? secretMark : value,
		),
	);
}
