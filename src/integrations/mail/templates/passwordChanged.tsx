import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Greeting, Paragraph } from "./parts";
import { sayMoment } from "./sayMoment";
import { moment, optionalWords, timezone } from "./templateFields";

/** The password of an account was changed. Goes to its owner, who may not have been the one who did it. */
export const passwordChanged = defineTemplate({
	schema: z.object({
		recipientName: optionalWords,
		changedAt: moment,
		timezone,
	}),
	subject: (_data, { vendorName }) => `Your password for ${vendorName} was changed`,
	title: () => "Your password was changed",
	preview: () => "Was it you? If not, set a new one now.",
	casinoName: () => null,
	Content: ({ data, context }) => (
		<>
			<Greeting name={data.recipientName} />
			<Paragraph>The password of your account was changed. All its other sessions have ended.</Paragraph>
			<Facts rows={[["Changed", sayMoment(data.changedAt, data.timezone)]]} />
			<Paragraph>If it was not you, set a new one now, and tell whoever invited you.</Paragraph>
			<Action href={`${context.serverUrl}/new-password`}>Set a new password</Action>
		</>
	),
});
