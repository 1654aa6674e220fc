import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, sayWhomToAsk } from "./parts";
import { shorten } from "./shorten";
import { contact, optionalWords, words } from "./templateFields";

/** To the purchaser, when billing succeeded and access is late. */
export const accessDelayed = defineTemplate({
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		invoiceNumber: optionalWords,
		amount: optionalWords,
		contact,
	}),
	subject: ({ casinoName }) => `Your access is on its way: ${shorten(casinoName)}`,
	title: () => "You have paid. Access is taking longer than it should",
	preview: () => "Your payment is safe and need not be repeated. People are working on it.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>
				Your payment for {data.casinoName} went through and is recorded. Please do not pay again. Opening your access
				met a problem on our side, and our team has been told.
			</Paragraph>
			<Facts
				rows={[
					["Invoice", data.invoiceNumber],
					["Amount", data.amount],
					["Payment", "Received"],
					["Access", "On its way"],
				]}
			/>
			<Paragraph>
				There is nothing you need to do. As soon as access is open, the administrator receives an invitation by mail.
			</Paragraph>
			<Paragraph>To hear where it stands, ask {sayWhomToAsk(data.contact, context)}.</Paragraph>
		</>
	),
});
