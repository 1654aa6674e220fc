/**
 * How a payment stands. It has no table of moves: it is computed from all that was said about the payment, so that each
 * can go back: a refund fails, a dispute is won. `lost`: the payer won the dispute, and the money is gone.
 */
export const paymentStatuses = ["pending", "captured", "partly_refunded", "refunded", "disputed", "lost"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
