import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Paragraph, Quote } from "./parts";
import { shorten } from "./shorten";
import { optionalWords, webAddress, words } from "./templateFields";

/** To the vendor's administrators and finance: a customer's payment did not go through. */
export const paymentFailed = defineTemplate({
	schema: z.object({
		casinoName: optionalWords,
		invoiceNumber: words,
		/** As shown to people, currency included. */
		amount: optionalWords,
		purchaserEmail: optionalWords,
		/** What the provider said, where it said something. */
		cause: optionalWords,
		invoiceUrl: webAddress,
	}),
	subject: ({ invoiceNumber, casinoName }) =>
		`Payment failed: invoice ${shorten(invoiceNumber, 40)}${casinoName ? `, ${shorten(casinoName)}` : ""}`,
	title: ({ invoiceNumber }) => `Invoice ${invoiceNumber} could not be charged`,
	preview: ({ cause }) => cause ?? "The invoice stays open. Nothing was provisioned because of it.",
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>The payment provider reports that a payment did not go through. The invoice stays open.</Paragraph>
			{data.cause ? <Quote>{data.cause}</Quote> : null}
			<Facts
				rows={[
					["Invoice", data.invoiceNumber],
					["Amount", data.amount],
					["Customer", data.casinoName],
					["Purchaser", data.purchaserEmail],
				]}
			/>
			<Action href={data.invoiceUrl}>Open the invoice</Action>
		</>
	),
});
