import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Paragraph, Quote } from "./parts";
import { shorten } from "./shorten";
import { optionalWords, webAddress, words } from "./templateFields";

/** To the vendor's finance and operations: money that belongs to nobody for certain. */
export const paymentHeld = defineTemplate({
	schema: z.object({
		/** Why it is held, as a sentence. */
		reason: words,
		/** As shown to people, currency included. */
		amount: optionalWords,
		payer: optionalWords,
		provider: optionalWords,
		eventUrl: webAddress,
		casinoName: optionalWords,
	}),
	subject: ({ amount, payer }) =>
		`Held payment${amount ? ` of ${shorten(amount, 30)}` : ""}${payer ? ` from ${shorten(payer)}` : ""}: whose is it?`,
	title: () => "Whose money is this?",
	preview: ({ reason }) => reason,
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>A payment event could not be bound for certain, so it was held and nothing was guessed:</Paragraph>
			<Quote>{data.reason}</Quote>
			<Facts
				rows={[
					["Amount", data.amount],
					["Payer", data.payer],
					["Provider", data.provider],
					["Perhaps for", data.casinoName],
				]}
			/>
			<Action href={data.eventUrl}>Choose whose it is</Action>
			<Paragraph>
				The money is with the provider and the event is kept. The customer waits until somebody decides.
			</Paragraph>
		</>
	),
});
