import { invoiceStatuses } from "../invoiceStatus";
import { chargeTable } from "./chargeTable";
import { checkoutTable } from "./checkoutTable";
import { customerEffects, customerStates, customerTable } from "./customerTable";
import { invoiceEffects } from "./invoiceEffect";
import { invoiceTable } from "./invoiceTable";
import { manualTable } from "./manualTable";
import { subscriptionEffects, subscriptionStates, subscriptionTable } from "./subscriptionTable";

type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;

const introduction = `# Settlement tables

Printed from the tables in \`src/domain/settlement\`; a test keeps this page current. Do not edit it.

The state of an invoice is a fold: all events bound to it, sorted by when they happened, within one instant by their
place in the life of the object, then by id, each taken once through these tables. So any order of arrival and any
repetition ends the same.

An event that pays (\`pay\`, \`paid_after_void\`) is first compared with the invoice. It is held, and changes nothing, when the
currency differs (\`currency_mismatch\`), the amount is not exactly the amount due (\`amount_mismatch\`), it was paid as another
customer than the company's (\`duplicate_customer\`), or the payer's e-mail address is not the purchaser's
(\`email_mismatch\`). The last two end when a person confirms whose money it is. \`invoice.payment_succeeded\` is another name of
\`invoice.paid\`. A type in no table is kept and ignored.`;

/** The tables as a Markdown page, for the documentation. */
export function printSettlementTables(): string {
	return `${[
		introduction,
		printTable("Invoice", "the invoice is", invoiceStatuses, invoiceTable),
		printTable("Checkout", "the invoice is", invoiceStatuses, checkoutTable),
		printTable("Charge", "the invoice is", invoiceStatuses, chargeTable),
		printTable("By hand", "the invoice is", invoiceStatuses, manualTable),
		printEffects("What the effects on an invoice mean", invoiceEffects),
		printTable("Subscription", "the subscription is", subscriptionStates, subscriptionTable),
		printEffects("What the effects on a subscription mean", subscriptionEffects),
		printTable("Customer", "the customer is", customerStates, customerTable),
		printEffects("What the effects on a customer mean", customerEffects),
	].join("\n\n")}\n`;
}

function printTable(title: string, subject: string, states: readonly string[], table: Cells): string {
	const rows = [
		[`event \\ ${subject}`, ...states],
		...Object.entries(table).map(([event, cells]) => [`\`${event}\``, ...states.map((state) => cells[state] ?? "")]),
	];
	const widths = [subject, ...states].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const [header = "", ...body] = rows.map((row) =>
		printRow(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))),
	);
	return [`## ${title}`, "", header, printRow(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}

function printRow(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |`;
}

function printEffects(title: string, effects: Readonly<Record<string, string>>): string {
	return [`### ${title}`, "", ...Object.entries(effects).map(([name, means]) => `- \`${name}\`: ${means}`)].join("\n");
}
