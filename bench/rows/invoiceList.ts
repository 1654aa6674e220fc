import type { Row } from "../parts/result";
export async function benchInvoiceList(): Promise<Row> {
	throw new Error("later");
}
