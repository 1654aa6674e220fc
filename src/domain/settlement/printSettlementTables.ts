import { printTable } from "../printTable";
import { customerEffects, customerStates, customerTable } from "./customerTable";
import { invoiceTable, objectEffects, objectStates } from "./invoiceTable";
import { oddInputs } from "./oddInputs";
import { paymentEffects, paymentStates, paymentTable } from "./paymentTable";
import { coverages, positions, statusTable } from "./statusTable";
import { subscriptionEffects, subscriptionStates, subscriptionTable } from "./subscriptionTable";

type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;

const introduction = `# Settlement tables

Printed from the tables in \`src/domain/settlement\`; a test keeps this page current. Do not edit it.

One invoice of ours may be paid by several payments, and may be several invoices at the provider over time. All events
bound to it are sorted by when they happened, within one instant by their place in the life of the object, then by id, each
taken once. From them come its payments, then the provider's objects, then its status. Nothing depends on what the invoice
was before, so any order of arrival and any repetition ends the same, and everything can go back.

An event that says that money came (\`capture\`) is first compared with the invoice. It is held, and changes nothing, when
the currency differs (\`currency_mismatch\`), the amount does not fit (\`amount_mismatch\`), it was paid as another customer
than the company's (\`duplicate_customer\`), or the payer's e-mail address is not the purchaser's (\`email_mismatch\`). The
last two end when a person confirms whose money it is. A payment of the provider's invoice (\`invoice_payment.paid\`) and one
recorded by hand may be a part of what is due; what says that all was paid must come to what our invoice asks. A payment told
by several events is accepted when one of them fits; one of them that names another payer is held for a person, unless another
names the purchaser. \`invoice_payment.paid\` names nobody: that payment is here, as a part, and pays the invoice once an accepted
event of it or of the provider's invoice says who paid. \`invoice.payment_succeeded\` is another name of \`invoice.paid\`. A type
in no table is kept and ignored.`;

/** The tables as a Markdown page, for the documentation. */
export function printSettlementTables(): string {
	return `${[
		introduction,
		printStates("Payment", "event \\ the payment is", paymentStates, paymentTable),
		printEffects("What the effects on a payment mean", paymentEffects),
		printStates("Invoice or payment page at the provider", "event \\ it is", objectStates, invoiceTable),
		printEffects("What the effects on the provider's object mean", objectEffects),
		printStatus(),
		printRules("Odd inputs", oddInputs),
		printStates("Subscription", "event \\ the subscription is", subscriptionStates, subscriptionTable),
		printEffects("What the effects on a subscription mean", subscriptionEffects),
		printStates("Customer", "event \\ the customer is", customerStates, customerTable),
		printEffects("What the effects on a customer mean", customerEffects),
	].join("\n\n")}\n`;
}

function printStatus(): string {
	return [
		printStates("Status of the invoice", "payments \\ where it stands", positions, statusTable, coverages),
		"",
		"Rows: what its payments come to. `nothing` came; a `part` of what is due, or what is lost or given back by now; `covered`: what had come, less what",
		"had been given back by then, once was all that is due, and something of it is still here; `given_back`: it was covered, and all",
		"of it was given back. What a dispute took for good never came. Money kept of a provider's invoice that was voided does not count.",
		"",
		"Columns: our own `draft`, or the provider's present object: the last issued or paid of those that are neither void nor",
		"uncollectible, else the last of all. `withdrawn`: voided here by a person.",
	].join("\n");
}

function printRules(title: string, rules: Readonly<Record<string, string>>): string {
	const rows = Object.entries(rules).map(([comes, does]) => ({ "what comes": comes, "what it does": does }));
	return `## ${title}\n\n${printTable(rows)}`;
}

function printStates(
	title: string,
	corner: string,
	states: readonly string[],
	table: Cells,
	names: readonly string[] = Object.keys(table),
): string {
	const rows = names.map((name) => ({
		[corner]: `\`${name}\``,
		...Object.fromEntries(states.map((state) => [state, table[name]?.[state] ?? ""])),
	}));
	return `## ${title}\n\n${printTable(rows)}`;
}

function printEffects(title: string, effects: Readonly<Record<string, string>>): string {
	return [`### ${title}`, "", ...Object.entries(effects).map(([name, means]) => `- \`${name}\`: ${means}`)].join("\n");
}
