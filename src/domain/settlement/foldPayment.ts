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

/** Money that went back, and when it did: minor units, ISO 8601. */
export type Returned = { at: string; amount: number };

/** A payment with what the state of its invoice is derived from besides. */
export type TimedPayment = FoldedPayment & {
	/** Oldest first: together its `refunded`. */
	returned: readonly Returned[];
	/** False as long as nobody has said who paid: it is here, and pays nothing yet. */
	isPayerKnown: boolean;
};

type Dispute = { amount: number; state: "open" | "won" | "lost" };

/** A payment while its events are taken one after the other. */
export type PaymentDraft = Omit<FoldedPayment, "status" | "refunded" | "disputed" | "lost"> & {
	/** Its money was told, and not only implied by what was given back. */
	isTold: boolean;
	isAwaited: boolean;
	disputes: Map<string, Dispute>;
	/** Refunds that failed: each is told by several events, and counts once. */
	failedRefunds: Set<string>;
	returned: Returned[];
	/** As the charge tells it, in its own currency: refunded until now, and what it was over. */
	toldRefunded: number;
	toldWhole: number | null;
};

const table: Readonly<Record<string, Readonly<Record<PaymentState, PaymentEffect>>>> = paymentTable;

export function draftPayment(input: { reference: string; provider: PaymentFact["provider"] }): PaymentDraft {
	return {
		...input,
		amount: 0,
		paidAt: null,
		livemode: null,
		providerObject: null,
		chargeRef: null,
		isTold: false,
		isAwaited: false,
		disputes: new Map(),
		failedRefunds: new Set(),
		returned: [],
		toldRefunded: 0,
		toldWhole: null,
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
		const { fact } = mention;
		draft.toldWhole ??= fact.amountDue ?? null;
		// The charge tells the whole given back until now, so a repetition adds nothing.
		draft.toldRefunded = Math.max(draft.toldRefunded, refundedSoFar(draft, mention));
		const back = fact.refundedInFull && draft.isTold ? draft.amount : inOurs(draft, mention);
		setReturned(draft, Math.max(refundedOf(draft), back), fact.occurredAt);
	},
	give_back: (draft, { fact, amount }) => {
		draft.returned.push({ at: fact.occurredAt, amount: amount ?? 0 });
	},
	return: (draft, mention) => {
		const { fact, amount } = mention;
		const refund = fact.matterRef ?? fact.eventId;
		if (draft.failedRefunds.has(refund)) return;
		draft.failedRefunds.add(refund);
		draft.toldRefunded = Math.max(0, draft.toldRefunded - (amount ?? draft.toldRefunded));
		setReturned(draft, Math.min(refundedOf(draft), inOurs(draft, mention)), fact.occurredAt);
	},
	dispute: dispute("open"),
	win: dispute("won"),
	lose: dispute("lost"),
};

/** In the charge's own currency; in full is all there is. */
function refundedSoFar(draft: PaymentDraft, { fact, amount, isForeign }: Mention): number {
	if (!fact.refundedInFull) return amount ?? 0;
	return draft.isTold && !isForeign ? draft.amount : (fact.amountDue ?? amount ?? 0);
}

/** What the charge tells as refunded; in another currency than the invoice's it is taken in proportion to the charge. */
function inOurs({ amount, toldRefunded, toldWhole }: PaymentDraft, { isForeign }: Mention): number {
	if (!isForeign) return toldRefunded;
	return toldWhole ? Math.round((amount * toldRefunded) / toldWhole) : 0;
}

/** A refund that failed takes back the last of what went back: it was never gone. */
function setReturned({ returned }: PaymentDraft, total: number, at: string): void {
	let excess = sumReturned(returned) - total;
	if (excess < 0) returned.push({ at, amount: -excess });
	while (excess > 0) {
		const last = returned.pop();
		if (!last) return;
		if (last.amount > excess) returned.push({ ...last, amount: last.amount - excess });
		excess -= last.amount;
	}
}

const sumReturned = (returned: readonly Returned[]) => returned.reduce((sum, { amount }) => sum + amount, 0);
const refundedOf = ({ returned }: PaymentDraft) => sumReturned(returned);

function stateOf(draft: PaymentDraft): PaymentState {
	const { disputed, lost } = sumDisputes(draft);
	if (disputed > 0) return "disputed";
	if (lost > 0) return "lost";
	if (!draft.isTold) return "unseen";
	return refundedOf(draft) >= draft.amount ? "refunded" : "captured";
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
export function finishPayment(draft: PaymentDraft, isPayerKnown: boolean): TimedPayment | null {
	// Money that was given back was here, whether or not its arrival was told.
	const amount = draft.isTold ? draft.amount : refundedOf(draft);
	const returned = capReturned(draft.returned, amount);
	const refunded = sumReturned(returned);
	const { disputed, lost: inDisputes } = sumDisputes(draft);
	const lost = Math.min(inDisputes, Math.max(0, amount - refunded));
	if (amount === 0 && disputed === 0 && inDisputes === 0 && !draft.isAwaited) return null;
	const { reference, provider, paidAt, livemode, providerObject, chargeRef } = draft;
	const status = statusOf({ amount, refunded, disputed, isLost: inDisputes > 0 });
	const sums = { amount, refunded, disputed, lost };
	return { reference, provider, status, ...sums, paidAt, livemode, providerObject, chargeRef, returned, isPayerKnown };
}

/** No more goes back than came. */
function capReturned(returned: readonly Returned[], amount: number): Returned[] {
	let left = amount;
	return returned.flatMap((one) => {
		const taken = Math.min(one.amount, left);
		left -= taken;
		return taken > 0 ? [{ at: one.at, amount: taken }] : [];
	});
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
