import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

const cannotUnsend = "A mail that went out cannot be taken back.";

/** The welcome with first steps, to the new administrator. */
export const sendWelcome = defineStep({
	name: "send_welcome",
	title: "Send the welcome message",
	input: ({ runId, casino, adminContact }) => ({ runId, casino, to: adminContact }),
	idempotencyKey: ({ runId }) => `welcome:${runId}`,
	run: async ({ runId, casino, to }, { records, site }) => {
		const { messageId } = await records.queueMessage({
			key: `welcome:${runId}`,
			template: "welcome",
			to: to.email,
			casinoId: casino.id,
			data: {
				casinoName: casino.name,
				recipientName: to.name,
				signInUrl: `${site.serverUrl}/sign-in`,
				signInEmail: to.email,
				firstSteps: site.firstSteps,
				contact: site.supportEmail ? { name: site.vendorName, email: site.supportEmail } : null,
			},
		});
		return { message: messageId };
	},
	verify: async ({ runId }, { records }) => {
		const message = await records.findMessage(`welcome:${runId}`);
		if (!message) throw new EffectMissing("The welcome message was not written.");
		return { message: message.messageId };
	},
	undo: { cannot: cannotUnsend },
});
