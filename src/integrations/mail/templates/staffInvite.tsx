import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, SecretAction } from "./parts";
import { sayMoment } from "./sayMoment";
import { shorten } from "./shorten";
import { moment, optionalWords, timezone, words } from "./templateFields";

/** A personal invitation to work in a casino: its first administrator's, or any later one. */
export const staffInvite = defineTemplate({
	hasSecretLink: true,
	schema: z.object({
		casinoName: words,
		recipientName: optionalWords,
		/** A key such as `casino_admin`, or words. */
		role: words,
		inviterName: optionalWords,
		expiresAt: moment,
		timezone,
	}),
	subject: ({ casinoName }) => `Your invitation to ${shorten(casinoName)}`,
	title: ({ casinoName }) => `You are invited to ${casinoName}`,
	preview: () => "Choose a password and you are in. The link is yours alone.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>
				{data.inviterName ?? context.vendorName} has invited you to work in {data.casinoName}. Accepting takes a minute:
				choose a password, and you can sign in.
			</Paragraph>
			<SecretAction context={context}>Accept the invitation</SecretAction>
			<Facts
				rows={[
					["Your role", sayRole(data.role)],
					["Valid until", sayMoment(data.expiresAt, data.timezone)],
				]}
			/>
			<Paragraph>
				The link is meant for you and works once, so please do not pass it on. If you did not expect this invitation,
				leave it: nothing happens.
			</Paragraph>
		</>
	),
});

function sayRole(role: string): string {
	const spaced = role.replaceAll("_", " ");
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
