import { defineStep } from "../engine/step";
import { EffectMissing, StepRefused } from "../engine/stepErrors";

/** Finance hears that what was paid for is there (in the inbox they prefer). */
export const confirmToFinance = defineStep({
	name: "confirm_to_finance",
	title: "Confirm to finance",
	skip: ({ financeEmail }) =>
		financeEmail ? null : "Neither the invoice nor the company names an address for finance.",
	input: ({ runId, casino, company, financeEmail }) => {
		if (!financeEmail) throw new StepRefused("There is no address for finance.");
		return { runId, casino, company, to: financeEmail };
	},
	idempotencyKey: ({ runId }) => `finance:${runId}`,
	run: async ({ runId, casino, company, to }, { records }) => {
		const { messageId } = await records.queueMessage({
			key: `finance:${runId}`,
			template: "payment_confirmation_finance",
			to,
			casinoId: casino.id,
			data: { casinoName: casino.name, companyName: company?.name ?? casino.name },
		});
		return { message: messageId };
	},
	verify: async ({ runId }, { records }) => {
		const message = await records.findMessage(`finance:${runId}`);
		if (!message) throw new EffectMissing("The confirmation to finance was not written.");
		return { message: message.messageId };
	},
	undo: { cannot: "A mail that went out cannot be taken back." },
});
