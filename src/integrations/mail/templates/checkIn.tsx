import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Greeting, Paragraph, Prose, Steps, sayWhomToAsk } from "./parts";
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
		/** In the playbook's words, filled in. Missing in mails from before playbooks had words. */
		question: optionalWords,
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
				<Prose>{data.question ?? `How is it going at ${data.casinoName}?`}</Prose>
				<Paragraph>
					Whatever was unclear, slow or missing, tell {sayWhomToAsk(data.contact, context)}. Small things count.
				</Paragraph>
				<Action href={data.signInUrl}>Sign in</Action>
			</>
		) : (
			<>
				<Greeting name={data.recipientName} />
				<Paragraph>
					{data.casinoName} has been ready {data.day === 1 ? "for a day" : `for ${data.day} days`}, and you have not
					signed in yet. This usually helps:
				</Paragraph>
				<Steps items={helpToSignIn} />
				<Action href={data.signInUrl}>Go to the sign-in page</Action>
				<Paragraph>To get help now, ask {sayWhomToAsk(data.contact, context)}.</Paragraph>
			</>
		),
});

function titleOfDay(day: number): string {
	if (day <= 1) return "How did the first day go?";
	return day < 7 ? "How is it going?" : "How did the first week go?";
}
