import type { PayloadRequest } from "payload";
import { decisionBlocks } from "@/documents/decisionBlocks";
import { renderPdf } from "@/documents/pdf/renderPdf";
import { slugify } from "@/domain/slugify";
import { findReadable } from "./findReadable";

/**
 * A decision as a PDF, with the rights of whoever asks. The same decision in the same state makes the same bytes.
 * @returns `name` for the file, without its ending
 * @throws NotFound
 */
export async function exportDecision(input: {
	req: PayloadRequest;
	decisionId: string;
}): Promise<{ name: string; pdf: Uint8Array<ArrayBuffer> }> {
	const { decision, packet } = await findReadable(input);
	const { id, title, status, hash = null, decidedAt = null } = decision;
	const expiresAt = decision.liftedUntil ?? decision.expiresAt ?? null;
	const pdf = renderPdf({
		title,
		footer: hash ? `${title} · SHA-256 ${hash.slice(0, 16)}…` : title,
		madeAt: decision.updatedAt,
		blocks: decisionBlocks({ id, title, status, hash, expiresAt, decidedAt, packet }),
	});
	const day = (decidedAt ?? decision.createdAt).slice(0, 10);
	return { name: `${slugify(title)}-${day}`, pdf };
}
