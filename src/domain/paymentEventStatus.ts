import { defineTransitions } from "./transition";

export const paymentEventStatuses = ["received", "settled", "held", "ignored", "failed"] as const;
export type PaymentEventStatus = (typeof paymentEventStatuses)[number];

/**
 * What was settled stays settled, but for an event of the mode that the invoice is found not to be in. A dismissed (ignored)
 * event can be taken up again, for nothing paid is ever lost, and a failed one settles, is held or is ignored when it is tried again.
 */
export const paymentEventTransitions = defineTransitions<PaymentEventStatus>({
	received: ["settled", "held", "ignored", "failed"],
	settled: ["ignored"],
	held: ["settled", "ignored", "failed"],
	ignored: ["received"],
	failed: ["received", "settled", "held", "ignored"],
});
