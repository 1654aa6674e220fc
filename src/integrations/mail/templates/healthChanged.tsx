import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Paragraph } from "./parts";
import { shorten } from "./shorten";
import { webAddress, words } from "./templateFields";

/** To the manager of an onboarding: it is yellow or red, why, and what is asked of them. */
export const healthChanged = defineTemplate({
	schema: z.object({
		casinoName: words,
		level: z.enum(["yellow", "red"]),
		/** Worst first, each in one sentence. */
		reasons: z.array(words).min(1).max(20),
		/** How long it may stay unacknowledged before it becomes a risk, in hours. */
		hours: z.int().min(1),
		onboardingUrl: webAddress,
	}),
	subject: ({ casinoName, level }) => `${level === "red" ? "Red" : "Yellow"}: the onboarding of ${shorten(casinoName)}`,
	title: ({ casinoName, level }) => `${casinoName} is ${level}`,
	preview: ({ reasons }) => reasons[0] ?? "",
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>The onboarding of {data.casinoName} needs you. What was found:</Paragraph>
			<Facts rows={data.reasons.map((reason, index) => [String(index + 1), reason])} />
			<Action href={data.onboardingUrl}>Look and acknowledge</Action>
			<Paragraph>
				{`Unless somebody acknowledges it within ${data.hours} hours, it goes into the queue of risks.`}
			</Paragraph>
		</>
	),
});
