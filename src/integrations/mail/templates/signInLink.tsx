import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, SecretAction } from "./parts";
import { sayMoment } from "./sayMoment";
import { moment, optionalWords, timezone } from "./templateFields";

/** A link that signs its reader in, asked for instead of a password. */
export const signInLink = defineTemplate({
	hasSecretLink: true,
	schema: z.object({
		recipientName: optionalWords,
		casinoName: optionalWords,
		expiresAt: moment,
		timezone,
	}),
	subject: (_data, { vendorName }) => `Your sign-in link for ${vendorName}`,
	title: () => "Sign in with one press",
	preview: () => "The link works once and only for a short time.",
	casinoName: (data) => data.casinoName,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>Here is the sign-in link you asked for.</Paragraph>
			<SecretAction context={context}>Sign in</SecretAction>
			<Facts rows={[["Valid until", sayMoment(data.expiresAt, data.timezone)]]} />
			<Paragraph>
				It works once. If you did not ask for it, leave this mail: without the link nobody gets in. Never forward it.
			</Paragraph>
		</>
	),
});
