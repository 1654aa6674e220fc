import type { DefaultServerCellComponentProps } from "payload";
import { readListStanding } from "@/operations/views/readListStanding";
import { LinkedCell } from "../fields/LinkedCell";
import { InvoiceBadge } from "./InvoiceBadge";

/** The word that the invoice's own page, the gate panel and the customer's overview show. */
export async function StandingCell(cell: DefaultServerCellComponentProps) {
	const standing = await readListStanding({ payload: cell.payload, invoiceId: String(cell.rowData.id) });
	if (standing === null) return <span className="kt-muted">–</span>;
	return (
		<LinkedCell cell={cell}>
			<InvoiceBadge standing={standing} />
		</LinkedCell>
	);
}
