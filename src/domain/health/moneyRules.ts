import { daysBetween, endOfDay, isDayOver, plusDays } from "../calendar/day";
import { counted } from "../inWords";
import { recordRef } from "../recordRef";
import { paymentIsHeld } from "../waitingOn";
import type { Finding, HealthRule } from "./healthReason";

/** `failing` may still come right; the others took money back. */
const standings: Readonly<Partial<Record<string, Pick<Finding, "level" | "says">>>> = {
	failing: { level: "yellow", says: "A payment fails. The customer's finance can mend it." },
	refunded: { level: "red", says: "A payment was refunded. Finance can say whether the customer goes on." },
	lost: { level: "red", says: "A dispute was lost, and that money is owed again. Finance can ask for it." },
	disputed: { level: "red", says: "A payment is disputed. Finance answers it with the provider." },
	voided: { level: "red", says: "A paid invoice was voided. Finance can say whether the customer goes on." },
};

export const paymentStanding: HealthRule = ({ facts: { casino } }) => {
	const found = standings[casino.paymentStanding];
	if (!found) return [];
	return [{ ...found, value: casino.paymentStanding, record: recordRef("casinos", casino), at: null }];
};

export const paymentHeld: HealthRule = ({ facts: { heldEvents } }) =>
	heldEvents.map((event) => ({
		level: "red",
		value: event.reason,
		says: paymentIsHeld,
		record: recordRef("payment-events", event),
		at: event.receivedAt,
	}));

/** Days. */
const graceOfInvoice = 7;

/** An invoice given up is as unpaid as one that is open. */
const isUnpaid = ({ status }: { status: string }) => status === "open" || status === "uncollectible";

export const invoiceOverdue: HealthRule = ({
	facts: {
		invoices,
		calendar: { today, timeZone },
	},
}) =>
	invoices.filter(isUnpaid).flatMap((invoice): Finding[] => {
		const { dueAt, number } = invoice;
		if (!dueAt || !isDayOver(dueAt, today)) return [];
		const days = daysBetween(dueAt, today);
		const value = counted(days, "day");
		const found = {
			value,
			says: `Invoice ${number} is ${value} overdue. Finance can remind the customer.`,
			record: recordRef("invoices", invoice),
		};
		return days > graceOfInvoice
			? [{ ...found, level: "red", at: endOfDay(plusDays(dueAt, graceOfInvoice), timeZone) }]
			: [{ ...found, level: "yellow", at: endOfDay(dueAt, timeZone) }];
	});
