import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Greeting, Paragraph, Steps, sayWhomToAsk } from "./parts";
import { shorten } from "./shorten";
import { contact, optionalWords, webAddress, words } from "./templateFields";

const helpToSignIn = [
	"Look for the mail with your invitation, also among the unwanted mail.",
	"If its link has expired, tell us: a fresh one takes a minute.",
	"If you would rather be shown, we go through it with you on the phone.",
];

/** To the administrator, some days after go-live; an offer to help where they never signed in. */
export const checkIn = defineTemplate({
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		/** Days since the casino went live. */
		day: z.int().min(0),
		hasSignedIn: z.boolean(),
		signInUrl: webAddress,
		contact,
	}),
	subject: ({ casinoName, day, hasSignedIn }) =>
		hasSignedIn
			? `Day ${day}: how is it going at ${shorten(casinoName)}?`
			: `Can we help you sign in to ${shorten(casinoName)}?`,
	title: ({ day, hasSignedIn }) => (hasSignedIn ? titleOfDay(day) : "Can we help you get in?"),
	preview: ({ hasSignedIn }) =>
		hasSignedIn ? "Two lines from you help us help you." : "You have not signed in yet. It takes a minute.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) =>
		data.hasSignedIn ? (
			<>
				<Greeting name={data.recipientName} />
				<Paragraph>{questionOfDay(data.day, data.casinoName)}</Paragraph>
				<Paragraph>
					Whatever was unclear, slow or missing, tell {sayWhomToAsk(data.contact, context)}. Small things count: they
					are the ones that grow.
				</Paragraph>
				<Action href={data.signInUrl}>Go on where you stopped</Action>
			</>
		) : (
			<>
				<Greeting name={data.recipientName} />
				<Paragraph>
					{data.casinoName} has been ready {data.day === 1 ? "for a day" : `for ${data.day} days`}, and you have not
					signed in yet. Perhaps there was no time, perhaps something stands in the way. This usually helps:
				</Paragraph>
				<Steps items={helpToSignIn} />
				<Action href={data.signInUrl}>Go to the sign-in page</Action>
				<Paragraph>To get help now, ask {sayWhomToAsk(data.contact, context)}.</Paragraph>
			</>
		),
});

function titleOfDay(day: number): string {
	if (day <= 1) return "You are in. How did it start?";
	return day < 7 ? "Is it finding its place?" : "The first week is over";
}

function questionOfDay(day: number, casinoName: string): string {
	if (day <= 1)
		return `Good to see you signed in. Did everything open at ${casinoName}, and did your first steps make sense?`;
	if (day < 7) return `Have your people at ${casinoName} been invited, and have they recorded their first visits?`;
	return `${casinoName} has had a week with it. What works on the floor by now, and what does not?`;
}
