import type { PaymentStatus } from "../paymentStatus";
import type { PaymentFact } from "./paymentFact";
import { type PaymentEffect, type PaymentState, paymentEffects, paymentTable } from "./paymentTable";
import { rowOf } from "./rowOf";

/** What one event says about one payment. `amount` is that payment's part of it. */
export type Mention = {
	fact: PaymentFact;
	amount: number | null;
	intent: string | null;
	charge: string | null;
	/** The provider's invoice it belongs to, or the session it was paid in. */
	object: string | null;
	/** Told in another currency than the invoice's: what the payer was shown. */
	isForeign: boolean;
};

/** One payment, from all that was said about it. Amounts are integer minor units, `paidAt` ISO 8601. */
export type FoldedPayment = {
	/** The payment intent; else the charge, the provider's invoice or page, or the event that recorded it. */
	reference: string;
	provider: PaymentFact["provider"];
	status: PaymentStatus;
	amount: number;
	refunded: number;
	disputed: number;
	lost: number;
	paidAt: string | null;
	livemode: boolean | null;
	providerObject: string | null;
	chargeRef: string | null;
};

type Dispute = { amount: number; state: "open" | "won" | "lost" };

/** A payment while its events are taken one after the other. */
export type PaymentDraft = Omit<FoldedPayment, "status" | "disputed" | "lost"> & {
	/** Its money was told, and not only implied by what was given back. */
	isTold: boolean;
	isAwaited: boolean;
	disputes: Map<string, Dispute>;
	/** Refunds that failed: each is told by several events, and counts once. */
	failedRefunds: Set<string>;
	/** What the charge was over. */
	chargeAmount: number | null;
};

const table: Readonly<Record<string, Readonly<Record<PaymentState, PaymentEffect>>>> = paymentTable;

export function draftPayment(input: { reference: string; provider: PaymentFact["provider"] }): PaymentDraft {
	return {
		...input,
		amount: 0,
		refunded: 0,
		paidAt: null,
		livemode: null,
		providerObject: null,
		chargeRef: null,
		isTold: false,
		isAwaited: false,
		disputes: new Map(),
		failedRefunds: new Set(),
		chargeAmount: null,
	};
}

/** Takes what was paid, given back and disputed so far; the draft is changed. Returns what the event did, in words. */
export function takeMention(draft: PaymentDraft, mention: Mention): string {
	const { fact } = mention;
	const effect: PaymentEffect = table[rowOf(fact)]?.[stateOf(draft)] ?? "none";
	draft.livemode ??= fact.livemode ?? null;
	draft.chargeRef ??= mention.charge;
	draft.providerObject ??= mention.object;
	changes[effect](draft, mention);
	return paymentEffects[effect];
}

type Change = (draft: PaymentDraft, mention: Mention) => void;

const capture: Change = (draft, { amount, fact }) => {
	draft.amount = Math.max(draft.isTold ? draft.amount : 0, amount ?? 0);
	draft.isTold = true;
	draft.isAwaited = false;
	if (draft.paidAt === null || Date.parse(fact.occurredAt) < Date.parse(draft.paidAt)) draft.paidAt = fact.occurredAt;
};

const dispute =
	(state: Dispute["state"]): Change =>
	(draft, { fact, amount, isForeign }) => {
		const key = fact.matterRef ?? "dispute";
		const told = isForeign ? draft.amount : amount;
		draft.disputes.set(key, { amount: told ?? draft.disputes.get(key)?.amount ?? 0, state });
	};

const changes: Record<PaymentEffect, Change> = {
	none: () => {},
	capture,
	confirm: capture,
	await: (draft) => {
		draft.isAwaited = true;
	},
	fail: (draft) => {
		draft.isAwaited = false;
	},
	refund: (draft, mention) => {
		draft.chargeAmount ??= mention.isForeign ? null : (mention.fact.amountDue ?? null);
		// The charge tells the whole given back until now, so a repetition adds nothing.
		draft.refunded = Math.max(draft.refunded, refundedSoFar(draft, mention));
	},
	return: (draft, { fact, amount }) => {
		const refund = fact.matterRef ?? fact.eventId;
		if (draft.failedRefunds.has(refund)) return;
		draft.failedRefunds.add(refund);
		draft.refunded = Math.max(0, draft.refunded - (amount ?? draft.refunded));
	},
	dispute: dispute("open"),
	win: dispute("won"),
	lose: dispute("lost"),
};

/** In full is all there is; a part in another currency than the invoice's is taken in proportion to the charge. */
function refundedSoFar(draft: PaymentDraft, { fact, amount, isForeign }: Mention): number {
	const whole = fact.amountDue ?? null;
	if (fact.refundedInFull) return draft.isTold ? draft.amount : (whole ?? amount ?? 0);
	if (isForeign) return whole ? Math.round((draft.amount * (amount ?? 0)) / whole) : 0;
	return amount ?? 0;
}

function stateOf(draft: PaymentDraft): PaymentState {
	const { disputed, lost } = sumDisputes(draft);
	if (disputed > 0) return "disputed";
	if (lost > 0) return "lost";
	if (!draft.isTold) return "unseen";
	return draft.refunded >= draft.amount ? "refunded" : "captured";
}

function sumDisputes({ disputes }: PaymentDraft): { disputed: number; lost: number } {
	const sums = { disputed: 0, lost: 0 };
	for (const { amount, state } of disputes.values()) {
		if (state === "open") sums.disputed += amount;
		if (state === "lost") sums.lost += amount;
	}
	return sums;
}

/** The payment as it is kept, or null when nothing was paid, given back or disputed, and nothing is awaited. */
export function finishPayment(draft: PaymentDraft): FoldedPayment | null {
	// Money that was given back was here, whether or not its arrival was told.
	const amount = draft.isTold ? draft.amount : draft.refunded;
	const refunded = Math.min(draft.refunded, amount);
	const { disputed, lost: inDisputes } = sumDisputes(draft);
	const lost = Math.min(inDisputes, Math.max(0, amount - refunded));
	if (amount === 0 && disputed === 0 && inDisputes === 0 && !draft.isAwaited) return null;
	const { reference, provider, paidAt, livemode, providerObject, chargeRef } = draft;
	const status = statusOf({ amount, refunded, disputed, isLost: inDisputes > 0 });
	return { reference, provider, status, amount, refunded, disputed, lost, paidAt, livemode, providerObject, chargeRef };
}

function statusOf(sums: { amount: number; refunded: number; disputed: number; isLost: boolean }): PaymentStatus {
	if (sums.disputed > 0) return "disputed";
	if (sums.isLost) return "lost";
	if (sums.amount === 0) return "pending";
	if (sums.refunded >= sums.amount) return "refunded";
	return sums.refunded > 0 ? "partly_refunded" : "captured";
}

/** What is left of a payment, in minor units. */
export function keptOf({ amount, refunded, lost }: Pick<FoldedPayment, "amount" | "refunded" | "lost">): number {
	return amount - refunded - lost;
}
