import type { DefaultServerCellComponentProps } from "payload";
import { Money } from "../parts/Money";
import { LinkedCell } from "./LinkedCell";

/** An amount of the list, in the currency of its row. */
export function MoneyCell(cell: DefaultServerCellComponentProps) {
	const { cellData, rowData } = cell;
	return (
		<LinkedCell cell={cell}>
			<Money
				amount={typeof cellData === "number" ? cellData : null}
				currency={typeof rowData.currency === "string" ? rowData.currency : null}
				empty="–"
			/>
		</LinkedCell>
	);
}
