/**
 * The queues and how each treats a job that failed. What a job says is an id; the truth is the row.
 * Every handler is safe to run twice, so a job may be enqueued again whenever in doubt.
 */
export const queues = {
	settlePaymentEvent: {
		name: "settle_payment_event",
		retryLimit: 8,
		retryDelay: 2,
		retryBackoff: true,
		retryDelayMax: 300,
	},
	provisionRun: { name: "provision_run", retryLimit: 3, retryDelay: 2, retryBackoff: true, retryDelayMax: 60 },
	deliverMessage: { name: "deliver_message", retryLimit: 6, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
	mailAccount: { name: "mail_account", retryLimit: 6, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 },
	reconcilePayments: {
		name: "reconcile_payments",
		retryLimit: 2,
		retryDelay: 60,
		retryBackoff: true,
		retryDelayMax: 600,
		// It asks for each open invoice, one after the other.
		expireInSeconds: 3600,
	},
	syncCompany: { name: "sync_company", retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 },
	/** It counts its own tries on its row, and says when the next is due. */
	syncProduct: { name: "sync_product", retryLimit: 0 },
	closeAtProvider: {
		name: "close_at_provider",
		retryLimit: 8,
		retryDelay: 5,
		retryBackoff: true,
		retryDelayMax: 900,
	},
	keepAppointments: { name: "keep_appointments", retryLimit: 0 },
} as const;

export type QueueKey = keyof typeof queues;

/** What a job of each queue carries. */
export type JobData = {
	settlePaymentEvent: { eventId: string };
	provisionRun: { runId: string };
	deliverMessage: { messageId: string };
	/** Not an id: whether anybody has the address is not known where it is asked for. Gone within a day. */
	mailAccount: { email: string; kind: "sign_in_link" | "password_reset"; askedAt: string };
	reconcilePayments: Record<string, never>;
	syncCompany: { companyId: string };
	syncProduct: { casinoId: string };
	closeAtProvider: { invoiceId: string };
	keepAppointments: Record<string, never>;
};
