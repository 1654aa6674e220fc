import { describe, expect, it } from "vitest";
import { customerTable } from "@/domain/settlement/customerTable";
import { invoiceTable } from "@/domain/settlement/invoiceTable";
import { paymentTable } from "@/domain/settlement/paymentTable";
import { printSettlementTables } from "@/domain/settlement/printSettlementTables";
import { statusTable } from "@/domain/settlement/statusTable";
import { subscriptionTable } from "@/domain/settlement/subscriptionTable";

/** Expectations are written by hand, a row a line: the columns are the states named in `columns`. */
const tables = [
	{
		name: "payment",
		table: paymentTable,
		columns: "unseen captured refunded disputed lost",
		rows: `
			invoice_payment.paid                     | capture confirm confirm confirm confirm
			invoice.paid                             | capture confirm confirm confirm confirm
			checkout.session.completed (paid)        | capture confirm confirm confirm confirm
			checkout.session.completed (unpaid)      | await none none none none
			checkout.session.async_payment_succeeded | capture confirm confirm confirm confirm
			checkout.session.async_payment_failed    | fail none none none none
			manual.paid                              | capture confirm confirm confirm confirm
			charge.refunded                          | refund refund refund refund refund
			manual.refunded                          | give_back give_back give_back give_back give_back
			refund (failed or canceled)              | return return return return return
			refund (any other state)                 | none none none none none
			dispute (open)                           | dispute dispute dispute dispute dispute
			dispute (won)                            | win win win win win
			dispute (lost)                           | lose lose lose lose lose`,
	},
	{
		name: "provider's object",
		table: invoiceTable,
		columns: "unseen open paid uncollectible void",
		rows: `
			invoice.finalized                        | issue refresh refresh refresh refresh
			invoice.updated                          | refresh refresh refresh refresh refresh
			invoice.payment_failed                   | fail fail none none none
			invoice_payment.paid                     | part part none part none
			invoice.paid                             | pay pay refresh pay none
			invoice.marked_uncollectible             | give_up give_up none none none
			invoice.voided                           | void void void void none
			checkout.session.completed (paid)        | pay pay none pay none
			checkout.session.completed (unpaid)      | none none none none none
			checkout.session.async_payment_succeeded | pay pay none pay none
			checkout.session.async_payment_failed    | fail fail none none none
			manual.voided                            | withdraw withdraw withdraw withdraw none`,
	},
	{
		name: "status",
		table: statusTable,
		columns: "draft open paid uncollectible void withdrawn",
		rows: `
			nothing    | draft open open uncollectible void void
			part       | open open open uncollectible void void
			covered    | paid paid paid paid paid void
			given_back | refunded refunded refunded refunded refunded refunded`,
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
	{
		name: "customer",
		table: customerTable,
		columns: "unseen seen",
		rows: `
			customer.updated | take take
			customer.deleted | unlink unlink`,
	},
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
