import { fillWords } from "@/domain/playbook/words";
import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

const cannotUnsend = "A mail that went out cannot be taken back.";

/** The welcome with first steps, to the new administrator. */
export const sendWelcome = defineStep({
	name: "send_welcome",
	title: "Send the welcome message",
	input: ({ runId, casino, adminContact, words, hasCheckIns }) => ({
		runId,
		casino,
		to: adminContact,
		words,
		hasCheckIns,
	}),
	idempotencyKey: ({ runId }) => `welcome:${runId}`,
	run: async ({ runId, casino, to, words, hasCheckIns }, { records, site }) => {
		const signInUrl = `${site.serverUrl}/sign-in`;
		const fill = (text: string) => fillWords(text, { name: to.name, workspace: casino.name, address: signInUrl });
		const { messageId } = await records.queueMessage({
			key: `welcome:${runId}`,
			template: "welcome",
			to: to.email,
			casinoId: casino.id,
			data: {
				casinoName: casino.name,
				recipientName: to.name,
				signInUrl,
				signInEmail: to.email,
				welcome: fill(words.welcome),
				firstSteps: words.firstSteps.map(fill),
				hasCheckIns,
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
