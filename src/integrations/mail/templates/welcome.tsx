import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Greeting, Paragraph, Prose, Steps, sayWhomToAsk } from "./parts";
import { shorten } from "./shorten";
import { contact, optionalWords, webAddress, words } from "./templateFields";

/** To the administrator, once access is verified: where to sign in and what to do first. */
export const welcome = defineTemplate({
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		signInUrl: webAddress,
		/** The address they sign in with. */
		signInEmail: optionalWords,
		plan: optionalWords,
		/** In the playbook's words, filled in. Missing in mails from before playbooks had words. */
		welcome: optionalWords,
		firstSteps: z.array(words).nullish(),
		hasCheckIns: z.boolean().default(true),
		contact,
	}),
	subject: ({ casinoName }) => `Welcome: ${shorten(casinoName)} is ready`,
	title: ({ casinoName }) => `${casinoName} is ready`,
	preview: () => "Where to sign in, and what to do first.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Prose>
				{data.welcome ??
					`Welcome. ${data.casinoName} is set up, and we have checked that you can get in as its administrator.`}
			</Prose>
			<Action href={data.signInUrl}>Sign in</Action>
			<Facts
				rows={[
					["Address", data.signInUrl],
					["You sign in as", data.signInEmail],
					["Plan", data.plan],
				]}
			/>
			{data.firstSteps?.length ? (
				<>
					<Paragraph>Your first steps:</Paragraph>
					<Steps items={data.firstSteps} />
				</>
			) : null}
			<Paragraph>
				{data.hasCheckIns ? "We write to you on day 1, 3 and 7. If you need help before that" : "If you need help"}, ask{" "}
				{sayWhomToAsk(data.contact, context)}.
			</Paragraph>
		</>
	),
});
