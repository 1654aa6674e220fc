import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, SecretAction } from "./parts";
import { sayMoment } from "./sayMoment";
import { moment, optionalWords, timezone } from "./templateFields";

/** The first link to an account that was created by hand: its owner chooses the password. */
export const accountInvite = defineTemplate({
	hasSecretLink: true,
	schema: z.object({ recipientName: optionalWords, expiresAt: moment, timezone }),
	subject: (_data, { vendorName }) => `Your account at ${vendorName}`,
	title: (_data, { vendorName }) => `Your account at ${vendorName}`,
	preview: () => "Choose a password and sign in. The link is yours alone.",
	casinoName: () => null,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>An account was created for you at {context.vendorName}. Choose a password to sign in.</Paragraph>
			<SecretAction context={context}>Open your account</SecretAction>
			<Facts rows={[["Valid until", sayMoment(data.expiresAt, data.timezone)]]} />
			<Paragraph>
				The link is meant for you and works once. If you did not expect it, ignore this mail: nothing happens.
			</Paragraph>
		</>
	),
});
