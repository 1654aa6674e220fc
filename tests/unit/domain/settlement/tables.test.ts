import { describe, expect, it } from "vitest";
import { chargeTable } from "@/domain/settlement/chargeTable";
import { checkoutTable } from "@/domain/settlement/checkoutTable";
import { customerTable } from "@/domain/settlement/customerTable";
import { invoiceTable } from "@/domain/settlement/invoiceTable";
import { manualTable } from "@/domain/settlement/manualTable";
import { printSettlementTables } from "@/domain/settlement/printSettlementTables";
import { subscriptionTable } from "@/domain/settlement/subscriptionTable";

/** Expectations are written by hand, a row a line: the columns are the states named in `columns`. */
const onInvoice = "draft open paid void uncollectible refunded";

const tables = [
	{
		name: "invoice",
		table: invoiceTable,
		columns: onInvoice,
		rows: `
			invoice.finalized             | open refresh refresh refresh refresh refresh
			invoice.updated               | refresh refresh refresh refresh refresh refresh
			invoice.payment_failed        | payment_failed payment_failed none none none none
			invoice_payment.paid          | pay pay confirm paid_after_void pay confirm
			invoice.paid                  | pay pay confirm paid_after_void pay confirm
			invoice.marked_uncollectible  | uncollectible uncollectible none none none none
			invoice.voided                | void void void_after_payment none void none`,
	},
	{
		name: "checkout",
		table: checkoutTable,
		columns: onInvoice,
		rows: `
			checkout.session.completed (paid)        | pay pay confirm paid_after_void pay confirm
			checkout.session.completed (unpaid)      | none none none none none none
			checkout.session.async_payment_succeeded | pay pay confirm paid_after_void pay confirm
			checkout.session.async_payment_failed    | payment_failed payment_failed none none none none`,
	},
	{
		name: "charge",
		table: chargeTable,
		columns: onInvoice,
		rows: `
			charge.refunded (in full) | refund refund refund refund refund none
			charge.refunded (in part) | partial_refund partial_refund partial_refund partial_refund partial_refund none
			charge.dispute.created    | dispute dispute dispute dispute dispute dispute`,
	},
	{
		name: "by hand",
		table: manualTable,
		columns: onInvoice,
		rows: `
			manual.paid     | pay pay confirm paid_after_void pay confirm
			manual.voided   | void void void_after_payment none void none
			manual.refunded | refund refund refund refund refund none`,
	},
	{
		name: "subscription",
		table: subscriptionTable,
		columns: "unseen running ended",
		rows: `
			customer.subscription.created | take take none
			customer.subscription.updated | take take none
			customer.subscription.deleted | end end none`,
	},
	{ name: "customer", table: customerTable, columns: "unseen seen", rows: "customer.updated | take take" },
];

describe.each(tables)("the $name settlement table", ({ table, columns, rows }) => {
	it("holds in every cell what is expected of it", () => {
		const states = columns.split(" ");
		const expected = Object.fromEntries(
			rows
				.trim()
				.split("\n")
				.map((line) => {
					const [event = "", effects = ""] = line.split("|");
					const cells = effects.trim().split(" ");
					expect(cells).toHaveLength(states.length);
					return [event.trim(), Object.fromEntries(states.map((state, index) => [state, cells[index]]))];
				}),
		);
		expect(table).toEqual(expected);
	});
});

it("the printed tables in the documentation are current", async () => {
	await expect(printSettlementTables()).toMatchFileSnapshot("../../../../docs/settlement-tables.md");
});
