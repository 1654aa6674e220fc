import { unprovedMark } from "@/domain/formatPerson";
import { formatMoney } from "@/domain/money";
import { keptOf } from "@/domain/settlement/foldPayment";
import type { InvoicePayment, InvoicePayments, PaymentMoment } from "@/operations/payments/readPayments";
import type { ShapeName } from "../parts/Shape";
import type { Tone } from "../parts/toneOf";

/** One line of the timeline. */
export type Moment = {
	key: string;
	at: string;
	title: string;
	detail: string | null;
	/** Signed; empty where no money moved. */
	amount: string;
	shape: ShapeName;
	tone: Tone;
	/** Received by hand and not all given back yet: a refund of it can be recorded. */
	refundable?: InvoicePayment;
};

const sources: Record<InvoicePayment["provider"], string> = {
	stripe: "Stripe",
	xero: "Xero",
	manual: "recorded by hand",
};

/** What happened to an invoice's money, in words, the newest first. */
export function readMoments({ payments, otherEvents, sums, currency }: InvoicePayments): Moment[] {
	const show = (amount: number) => formatMoney(amount, currency);
	const moments = payments.flatMap((payment, index) => {
		const isAgain = sums.due > 0 && keptUntil(payment.paidAt, payments.slice(0, index)) >= sums.due;
		return [...arrivalOf(payment, isAgain, show), ...returnsOf(payment, show), ...disputesOf(payment, show)];
	});
	// What was recorded by hand has the minute only: of one minute, what came later in the record stands first.
	const told = [...moments, ...otherEvents.flatMap(otherOf)].toReversed();
	return told.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** What of those payments had not gone back when another came. */
function keptUntil(at: string | null, payments: readonly InvoicePayment[]): number {
	const wentBack = ({ event }: Return) => at !== null && Date.parse(event.at) <= Date.parse(at);
	return payments.reduce((kept, payment) => {
		const back = findReturns(payment).filter(wentBack);
		return kept + payment.amount - back.reduce((sum, one) => sum + one.back, 0);
	}, 0);
}

/** A detail, and that whoever recorded it had not proved their address. */
const markedBy = (event: PaymentMoment | undefined, detail: string | null): string | null =>
	[detail, event?.isByUnproved ? unprovedMark : null].filter(Boolean).join(", ") || null;

function arrivalOf(payment: InvoicePayment, isAgain: boolean, show: (amount: number) => string): Moment[] {
	const { id, provider, status, amount, livemode, paidAt, events } = payment;
	const at = paidAt ?? events[0]?.at;
	if (!at) return [];
	const source = livemode === false ? `${sources[provider]}, test mode` : sources[provider];
	const recorded = events.find(({ type }) => type.endsWith(".paid"));
	const detail = markedBy(recorded, source);
	if (status === "pending") {
		return [{ key: id, at, detail, title: "On its way", amount: "", shape: "clock", tone: "waiting" }];
	}
	const title = isAgain ? "Received again, paid twice" : "Received";
	const look = isAgain ? ({ shape: "risk", tone: "warn" } as const) : ({ shape: "done", tone: "good" } as const);
	const refundable = provider === "manual" && keptOf(payment) > 0 ? payment : undefined;
	return [{ key: id, at, detail, title, amount: show(amount), refundable, ...look }];
}

/** What one event gave back; negative where a refund failed. `total`: given back with it. */
type Return = { event: PaymentMoment; back: number; total: number };

/** A charge tells the whole given back until then, a refund recorded by hand its own part. */
function findReturns({ events, refunded }: InvoicePayment): Return[] {
	let total = 0;
	return events.flatMap((event): Return[] => {
		if (event.status !== "settled") return [];
		const before = total;
		if (event.type === "charge.refunded") total = Math.max(total, event.amount ?? refunded);
		else if (event.type === "manual.refunded") total += event.amount ?? 0;
		else if (event.isFailedRefund) total = Math.max(0, total - (event.amount ?? total));
		return total === before && !event.isFailedRefund ? [] : [{ event, back: total - before, total }];
	});
}

function returnsOf(payment: InvoicePayment, show: (amount: number) => string): Moment[] {
	return findReturns(payment).map(({ event, back, total }): Moment => {
		const base = { key: event.id, at: event.at };
		if (event.isFailedRefund)
			return { ...base, detail: event.why, title: "Refund failed", amount: "", shape: "risk", tone: "warn" };
		const title = total >= payment.amount ? "Returned in full" : "Returned in part";
		const detail = markedBy(event, sources[payment.provider]);
		return { ...base, detail, title, amount: show(-back), shape: "back", tone: "ended" };
	});
}

function disputesOf(payment: InvoicePayment, show: (amount: number) => string): Moment[] {
	const told = payment.events.filter(({ type, status }) => type.startsWith("charge.dispute.") && status === "settled");
	const [first] = told;
	const closed = told.find(({ type }) => type === "charge.dispute.closed");
	if (!first) return [];
	const opened: Moment = {
		...{ key: first.id, at: first.at, title: "Disputed by the payer", detail: null },
		amount: show(first.amount ?? payment.amount),
		...(payment.disputed > 0 ? ({ shape: "flag", tone: "bad" } as const) : ({ shape: "flag", tone: "ended" } as const)),
	};
	if (!closed || closed === first) return [opened];
	const end = { key: closed.id, at: closed.at, detail: closed.why };
	return payment.lost > 0
		? [opened, { ...end, title: "Dispute lost", amount: show(-payment.lost), shape: "act", tone: "bad" }]
		: [opened, { ...end, title: "Dispute won", amount: "", shape: "done", tone: "good" }];
}

const others: Readonly<Record<string, Pick<Moment, "title" | "shape" | "tone">>> = {
	"invoice.payment_failed": { title: "Payment failed", shape: "risk", tone: "warn" },
	"invoice.voided": { title: "Voided at the provider", shape: "void", tone: "ended" },
	"manual.voided": { title: "Voided", shape: "void", tone: "ended" },
	"invoice.marked_uncollectible": { title: "Given up as uncollectible", shape: "act", tone: "bad" },
};

function otherOf(event: PaymentMoment): Moment[] {
	const { id, at, type, status, why } = event;
	if (status === "held")
		return [{ key: id, at, title: "Payment held", detail: why, amount: "", shape: "act", tone: "bad" }];
	const look = others[type];
	return look && status === "settled" ? [{ key: id, at, detail: markedBy(event, null), amount: "", ...look }] : [];
}
