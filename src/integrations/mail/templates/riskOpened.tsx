import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Paragraph, Quote } from "./parts";
import { shorten } from "./shorten";
import { optionalWords, webAddress, words } from "./templateFields";

const urgency = { low: "Low", medium: "Medium", high: "High" } as const;

/** To the vendor's people: something entered the queue that needs one of them. */
export const riskOpened = defineTemplate({
	schema: z.object({
		title: words,
		detail: optionalWords,
		severity: z.enum(["low", "medium", "high"]),
		casinoName: optionalWords,
		riskUrl: webAddress,
	}),
	subject: ({ title, severity }) => `${severity === "high" ? "Urgent: " : ""}${shorten(title, 90)}`,
	title: ({ title }) => title,
	preview: ({ detail }) => detail ?? "It needs a person.",
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>This needs a person:</Paragraph>
			{data.detail ? <Quote>{data.detail}</Quote> : null}
			<Facts
				rows={[
					["Severity", urgency[data.severity]],
					["Customer", data.casinoName],
				]}
			/>
			<Action href={data.riskUrl}>Open it</Action>
		</>
	),
});
