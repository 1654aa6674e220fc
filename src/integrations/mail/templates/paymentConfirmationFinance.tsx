import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, sayWhomToAsk } from "./parts";
import { sayMoment } from "./sayMoment";
import { shorten } from "./shorten";
import { contact, moment, optionalWords, timezone, words } from "./templateFields";

/** To the customer's finance, once what was bought is open: what was settled, and for what. */
export const paymentConfirmationFinance = defineTemplate({
	schema: z.object({
		casinoName: words,
		companyName: words,
		recipientName: optionalWords,
		invoices: z
			.array(
				z.object({
					number: words,
					/** As shown to people, currency included. */
					amount: optionalWords,
					paidAt: moment.nullish(),
					/** Set where a purchase order opened the gate instead of a payment. */
					purchaseOrder: optionalWords,
				}),
			)
			.default([]),
		plan: optionalWords,
		timezone,
		contact,
	}),
	subject: ({ casinoName, invoices }) =>
		invoices.length === 1
			? `Confirmation for invoice ${shorten(invoices[0]?.number ?? "")}`
			: `Confirmation for ${shorten(casinoName)}`,
	title: () => "Settled, and access is open",
	preview: () => "For your records. Nothing to do.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>
				For the records of {data.companyName}: what was bought for {data.casinoName} is settled, and access has been
				opened and checked.
			</Paragraph>
			{data.invoices.map((invoice) => (
				<Facts
					key={invoice.number}
					rows={[
						["Invoice", invoice.number],
						["Amount", invoice.amount],
						["Paid", invoice.paidAt ? sayMoment(invoice.paidAt, data.timezone) : null],
						["Purchase order", invoice.purchaseOrder],
						["Plan", data.plan],
					]}
				/>
			))}
			<Paragraph>
				There is nothing to do. Questions about the invoice: ask {sayWhomToAsk(data.contact, context)}.
			</Paragraph>
		</>
	),
});
