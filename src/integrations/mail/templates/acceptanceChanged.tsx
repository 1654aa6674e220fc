import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Paragraph } from "./parts";
import { shorten } from "./shorten";
import { webAddress, words } from "./templateFields";

/** To the manager of an onboarding: the acceptance of its contract got worse, why, and what is asked of them. */
export const acceptanceChanged = defineTemplate({
	schema: z.object({
		casinoName: words,
		colour: z.enum(["yellow", "red"]),
		before: z.enum(["green", "yellow"]).nullable(),
		reason: words,
		/** How long it may stay unacknowledged before it becomes a risk, in hours. */
		hours: z.int().min(1),
		acceptanceId: words,
		onboardingId: words,
		onboardingUrl: webAddress,
	}),
	subject: ({ casinoName, colour }) => `Acceptance ${colour}: the contract of ${shorten(casinoName)}`,
	title: ({ casinoName, colour }) => `The contract of ${casinoName} is ${colour}`,
	preview: ({ reason }) => reason,
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Paragraph>
				{data.before
					? `The acceptance went from ${data.before} to ${data.colour}: ${data.reason}`
					: `The acceptance was set to ${data.colour}: ${data.reason}`}
			</Paragraph>
			<Action href={data.onboardingUrl}>Acknowledge it with the next action</Action>
			<Paragraph>{`Unless a manager acknowledges it within ${data.hours} hours, it becomes a risk in the queue.`}</Paragraph>
		</>
	),
});
