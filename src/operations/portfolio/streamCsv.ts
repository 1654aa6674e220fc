import { toCsvLine } from "@/audit/toCsvLine";

const PAGE = 1000;

/**
 * Rows as CSV, read page by page as the receiver takes them, to the last.
 * @param input.pageOf the rows of a page, from 1, as many as it is told; the last page has fewer
 */
export async function streamCsv<Row>(input: {
	columns: readonly [string, (row: Row) => string | null][];
	pageOf(page: number, size: number): Promise<Row[]>;
}): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const { columns, pageOf } = input;
	// The first page is read before anything is answered: who may not is told so.
	let next = Promise.resolve(await pageOf(1, PAGE));
	let page = 1;
	const encoder = new TextEncoder();
	return new ReadableStream(
		{
			start: (controller) => controller.enqueue(encoder.encode(toCsvLine(columns.map(([name]) => name)))),
			pull: async (controller) => {
				const rows = await next;
				const lines = rows.map((row) => toCsvLine(columns.map(([, cellOf]) => cellOf(row))));
				if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
				if (rows.length < PAGE) controller.close();
				else next = pageOf(++page, PAGE);
			},
		},
		{ highWaterMark: 1 },
	);
}
