import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, Steps, sayWhomToAsk } from "./parts";
import { shorten } from "./shorten";
import { contact, optionalWords, words } from "./templateFields";

/** To the purchaser, at once: the payment arrived, and what comes next. */
export const paymentReceived = defineTemplate({
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		invoiceNumber: optionalWords,
		/** As shown to people, currency included. */
		amount: optionalWords,
		/** Who will be invited as the first administrator. */
		adminContactName: optionalWords,
		/** What the gate still misses, each in words. Empty: set-up begins now. */
		waitingFor: z.array(words).default([]),
		contact,
	}),
	subject: ({ casinoName }) => `Payment received: ${shorten(casinoName)}`,
	title: ({ waitingFor }) =>
		waitingFor.length > 0 ? "Your payment has arrived" : "Your payment has arrived. We are setting you up",
	preview: ({ waitingFor }) =>
		waitingFor.length > 0
			? "Thank you. Here is what is still open."
			: "Thank you. Nothing more is needed from you today.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>Thank you. Your payment for {data.casinoName} is in.</Paragraph>
			<Facts
				rows={[
					["Invoice", data.invoiceNumber],
					["Amount", data.amount],
				]}
			/>
			{data.waitingFor.length > 0 ? (
				<>
					<Paragraph>Before access can be opened, this is still missing:</Paragraph>
					<Steps items={data.waitingFor} />
					<Paragraph>The moment it is there, set-up starts automatically. You need not tell us.</Paragraph>
				</>
			) : (
				<>
					<Paragraph>What happens now, without anything more from you:</Paragraph>
					<Steps
						items={[
							"We create your account and check that it opens for you and for nobody else.",
							`${data.adminContactName ?? "Your administrator"} receives a personal invitation by mail, usually within minutes.`,
							"A welcome with the first steps follows.",
						]}
					/>
				</>
			)}
			<Paragraph>If something looks wrong, ask {sayWhomToAsk(data.contact, context)}.</Paragraph>
		</>
	),
});
