/**
 * How a payment stands when an event is taken: its money was not told yet, it is here, all of it was given back, a
 * dispute is open, or a dispute took it.
 */
export const paymentStates = ["unseen", "captured", "refunded", "disputed", "lost"] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What an event does to the payment it names. The sentence is shown beside the event and printed under the table. */
export const paymentEffects = {
	none: "Nothing: another event tells it.",
	capture: "The payment was accepted.",
	confirm: "The payment is known already.",
	await: "The payment is on its way; the provider tells when it has arrived.",
	fail: "The payment did not arrive.",
	refund: "As much as the charge says was given back.",
	give_back: "As much as was recorded by hand was given back.",
	return: "The refund failed or was cancelled: the money is back.",
	dispute: "The payer disputes the payment: the money may still come back, and the invoice stays as it is.",
	win: "The dispute was closed in our favour: the payment stands as before.",
	lose: "The dispute was lost: that money is gone, and is owed again.",
} as const;
export type PaymentEffect = keyof typeof paymentEffects;

export type PaymentTable = Readonly<Record<string, Readonly<Record<PaymentState, PaymentEffect>>>>;

const row = (
	unseen: PaymentEffect,
	captured: PaymentEffect,
	refunded: PaymentEffect = captured,
	disputed: PaymentEffect = captured,
	lost: PaymentEffect = captured,
) => ({ unseen, captured, refunded, disputed, lost });

/** Events about a payment: of the provider's invoice, of a payment page, of the charge behind it, or recorded by hand. */
export const paymentTable = {
	"invoice_payment.paid": row("capture", "confirm"),
	"invoice.paid": row("capture", "confirm"),
	"checkout.session.completed (paid)": row("capture", "confirm"),
	"checkout.session.completed (unpaid)": row("await", "none"),
	"checkout.session.async_payment_succeeded": row("capture", "confirm"),
	"checkout.session.async_payment_failed": row("fail", "none"),
	"manual.paid": row("capture", "confirm"),
	"charge.refunded": row("refund", "refund"),
	"manual.refunded": row("give_back", "give_back"),
	"refund (failed or canceled)": row("return", "return"),
	"refund (any other state)": row("none", "none"),
	"dispute (open)": row("dispute", "dispute"),
	"dispute (won)": row("win", "win"),
	"dispute (lost)": row("lose", "lose"),
} as const satisfies PaymentTable;
