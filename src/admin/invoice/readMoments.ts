import { formatMoney } from "@/domain/money";
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
};

const sources: Record<InvoicePayment["provider"], string> = {
	stripe: "Stripe",
	xero: "Xero",
	manual: "recorded by hand",
};

/** What happened to an invoice's money, in words, the newest first. */
export function readMoments({ payments, otherEvents, sums, currency }: InvoicePayments): Moment[] {
	const show = (amount: number) => formatMoney(amount, currency);
	let received = 0;
	const moments = payments.flatMap((payment) => {
		const isAgain = received >= sums.due && sums.due > 0;
		received += payment.amount;
		return [...arrivalOf(payment, isAgain, show), ...returnsOf(payment, show), ...disputesOf(payment, show)];
	});
	return [...moments, ...otherEvents.flatMap(otherOf)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function arrivalOf(payment: InvoicePayment, isAgain: boolean, show: (amount: number) => string): Moment[] {
	const { id, provider, status, amount, livemode, paidAt, events } = payment;
	const at = paidAt ?? events[0]?.at;
	if (!at) return [];
	const detail = livemode === false ? `${sources[provider]}, test mode` : sources[provider];
	if (status === "pending") {
		return [{ key: id, at, detail, title: "On its way", amount: "", shape: "clock", tone: "waiting" }];
	}
	const title = isAgain ? "Received again, paid twice" : "Received";
	const look = isAgain ? ({ shape: "risk", tone: "warn" } as const) : ({ shape: "done", tone: "good" } as const);
	return [{ key: id, at, detail, title, amount: show(amount), ...look }];
}

/** Each event tells the whole given back until then: what it adds is what went back. */
function returnsOf(payment: InvoicePayment, show: (amount: number) => string): Moment[] {
	let before = 0;
	return payment.events.flatMap((event): Moment[] => {
		if (event.status !== "settled") return [];
		const base = { key: event.id, at: event.at };
		if (event.type === "charge.refunded" || event.type === "manual.refunded") {
			const now = event.type === "manual.refunded" ? payment.amount : (event.amount ?? before);
			const back = now - before;
			if (back <= 0) return [];
			before = now;
			const title = now >= payment.amount ? "Returned in full" : "Returned in part";
			const detail = sources[event.type === "manual.refunded" ? "manual" : payment.provider];
			return [{ ...base, detail, title, amount: show(-back), shape: "back", tone: "ended" }];
		}
		const isFailed = event.type === "refund.failed" || event.why.startsWith("The refund failed");
		if (!isFailed) return [];
		before = Math.max(0, before - (event.amount ?? before));
		return [{ ...base, detail: event.why, title: "Refund failed", amount: "", shape: "risk", tone: "warn" }];
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

function otherOf({ id, at, type, status, why }: PaymentMoment): Moment[] {
	if (status === "held")
		return [{ key: id, at, title: "Payment held", detail: why, amount: "", shape: "act", tone: "bad" }];
	const look = others[type];
	return look && status === "settled" ? [{ key: id, at, detail: null, amount: "", ...look }] : [];
}
