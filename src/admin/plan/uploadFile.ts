import { ApiFailure } from "../parts/callApi";

/** What is taken for a proof. */
export const acceptedFiles = ".pdf,.png,.jpg,.jpeg,.webp,.csv,.txt,.docx,.xlsx";

/** What was kept under which id: it is not sent a second time when the act that needs it was refused. */
const kept = new WeakMap<File, string>();

/**
 * Keeps a file as one of the customer's.
 * @returns its id
 * @throws ApiFailure with what is wrong, at the field `file`
 */
export async function uploadFile(input: { file: File; casino: string; alt: string }): Promise<string> {
	const known = kept.get(input.file);
	if (known) return known;
	const form = new FormData();
	form.set("file", input.file);
	form.set("_payload", JSON.stringify({ casino: input.casino, alt: input.alt.slice(0, 300) }));
	const answer = await fetch("/api/media?depth=0", { method: "POST", credentials: "include", body: form }).catch(() => {
		throw new ApiFailure("The server cannot be reached. Nothing was changed; try again.", 0);
	});
	const content = (await answer.json().catch(() => null)) as {
		doc?: { id: string };
		errors?: { message?: string }[];
	} | null;
	if (answer.ok && content?.doc) {
		kept.set(input.file, content.doc.id);
		return content.doc.id;
	}
	const message = content?.errors?.[0]?.message ?? "The file could not be kept. Try another one.";
	throw new ApiFailure(message, answer.status, null, { file: message });
}
