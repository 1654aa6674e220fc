import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Greeting, Paragraph, Steps, sayWhomToAsk } from "./parts";
import { shorten } from "./shorten";
import { contact, optionalWords, webAddress, words } from "./templateFields";

const firstStepsOnTheFloor = [
	"Accept the invitation that came in a mail of its own, and sign in.",
	"Look through the settings: name, time zone and working hours.",
	"Draw your floor: its areas, then the gaming tables in each.",
	"Invite your pit bosses and cashiers.",
	"Record one trial visit at one table. Then you have seen it work from end to end.",
];

/** To the administrator, once access is verified: where to sign in and what to do first. */
export const welcome = defineTemplate({
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		signInUrl: webAddress,
		/** The address they sign in with. */
		signInEmail: optionalWords,
		plan: optionalWords,
		/** The vendor's own first steps; without any, those of a casino floor. */
		firstSteps: z.array(words).nullish(),
		contact,
	}),
	subject: ({ casinoName }) => `Welcome: ${shorten(casinoName)} is ready`,
	title: ({ casinoName }) => `${casinoName} is ready`,
	preview: () => "Where to sign in, and what to do first.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>
				Welcome. {data.casinoName} is set up, and we have checked that you, as its administrator, can get in.
			</Paragraph>
			<Action href={data.signInUrl}>Sign in</Action>
			<Facts
				rows={[
					["Address", data.signInUrl],
					["You sign in as", data.signInEmail],
					["Plan", data.plan],
				]}
			/>
			<Paragraph>Your first steps:</Paragraph>
			<Steps items={data.firstSteps?.length ? data.firstSteps : firstStepsOnTheFloor} />
			<Paragraph>
				We look in on day 1, 3 and 7. If you are stuck before that, ask {sayWhomToAsk(data.contact, context)}.
			</Paragraph>
		</>
	),
});
