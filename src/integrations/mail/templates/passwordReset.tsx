import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Facts, Greeting, Paragraph, SecretAction } from "./parts";
import { sayMoment } from "./sayMoment";
import { moment, optionalWords, timezone } from "./templateFields";

/** A link to choose a new password, asked for on the sign-in page. */
export const passwordReset = defineTemplate({
	hasSecretLink: true,
	schema: z.object({
		recipientName: optionalWords,
		expiresAt: moment.nullish(),
		timezone,
	}),
	subject: (_data, { vendorName }) => `Choose a new password for ${vendorName}`,
	title: () => "Choose a new password",
	preview: () => "Somebody asked for this on the sign-in page. Was it you?",
	casinoName: () => null,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>Somebody, most likely you, asked to set a new password for this address.</Paragraph>
			<SecretAction context={context}>Choose a new password</SecretAction>
			<Facts rows={[["Valid until", data.expiresAt ? sayMoment(data.expiresAt, data.timezone) : null]]} />
			<Paragraph>If it was not you, leave this mail: your password stays as it is.</Paragraph>
		</>
	),
});
