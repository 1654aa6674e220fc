import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Paragraph, Quote } from "./parts";
import { shorten } from "./shorten";
import { optionalWords, webAddress, words } from "./templateFields";

/** To the vendor's administrators: which step stopped, why, and where to act. */
export const runFailed = defineTemplate({
	schema: z.object({
		casinoName: words,
		/** The step's name as the run shows it. */
		step: words,
		/** One sentence. */
		cause: words,
		attempts: z.int().min(0).nullish(),
		purchaserEmail: optionalWords,
		runUrl: webAddress,
	}),
	subject: ({ casinoName, step }) => `Provisioning stopped at “${shorten(step, 40)}”: ${shorten(casinoName)}`,
	title: ({ step }) => `Provisioning stopped at “${step}”`,
	preview: ({ cause }) => cause,
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>
				{data.casinoName} has paid and is waiting. The run will not go on until somebody decides. The cause:
			</Paragraph>
			<Quote>{data.cause}</Quote>
			<Facts
				rows={[
					["Step", data.step],
					["Attempts", data.attempts ? String(data.attempts) : null],
					["Purchaser", data.purchaserEmail],
				]}
			/>
			<Action href={data.runUrl}>Open the run</Action>
			<Paragraph>There you can try the step again, skip it with a reason, or undo the run.</Paragraph>
		</>
	),
});
