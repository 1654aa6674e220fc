import type { Block } from "./block";
import { layOut } from "./layOut";
import { writePdf } from "./writePdf";

/**
 * A document as a PDF file.
 * @param input.madeAt ISO 8601
 */
export function renderPdf(input: {
	title: string;
	footer: string;
	madeAt: string;
	blocks: readonly Block[];
}): Uint8Array<ArrayBuffer> {
	const { title, footer, madeAt, blocks } = input;
	return writePdf({ title, madeAt, pages: layOut({ blocks, footer }) });
}
