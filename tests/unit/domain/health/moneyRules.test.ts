import { describe, it } from "vitest";
import { anInvoice, now, onboarded } from "../playbook/onboarded";
import { ago, dayAgo, expectNoReason, expectReason, midnight, type Told, type Untold } from "./look";

const withInvoice = (daysLate: number, change: Partial<typeof anInvoice> = {}) =>
	onboarded({ invoices: [{ ...anInvoice, status: "open", dueAt: dayAgo(daysLate), ...change }] });
const withStanding = (paymentStanding: string) =>
	onboarded({ casino: { id: "casino-1", status: "live", paymentStanding } });

describe("health by payments", () => {
	it.each<Told>([
		["a failing payment", "payment_standing", "yellow", withStanding("failing"), "failing", /fails/, "casino-1", now],
		["a refund", "payment_standing", "red", withStanding("refunded"), "refunded", /refunded/, "casino-1", now],
		["a dispute", "payment_standing", "red", withStanding("disputed"), "disputed", /disputed/, "casino-1", now],
		["a void", "payment_standing", "red", withStanding("voided"), "voided", /voided/, "casino-1", now],
		[
			"a held payment",
			"payment_held",
			"red",
			onboarded({ heldEvents: [{ id: "event-1", reason: "no_workspace", receivedAt: ago(1) }] }),
			"no_workspace",
			/held/,
			"event-1",
			ago(1),
		],
		["an invoice a day late", "invoice_overdue", "yellow", withInvoice(1), "1 day", /K-1/, "invoice-1", midnight(0)],
		["one a week late", "invoice_overdue", "yellow", withInvoice(7), "7 days", /7 days/, "invoice-1", midnight(6)],
		["one later than that", "invoice_overdue", "red", withInvoice(9), "9 days", /9 days/, "invoice-1", midnight(1)],
		[
			"an invoice given up",
			"invoice_overdue",
			"yellow",
			withInvoice(1, { status: "uncollectible" }),
			"1 day",
			/1 day overdue/,
			"invoice-1",
			midnight(0),
		],
	])("%s is %s %s", (...told) => expectReason(...told));

	it.each<Untold>([
		["an invoice not due yet", withInvoice(-1)],
		["an invoice due today", withInvoice(0)],
		["an invoice without a date", withInvoice(0, { dueAt: null })],
		["a draft", withInvoice(30, { status: "draft" })],
		["a paid invoice", withInvoice(30, { status: "paid" })],
	])("%s is no reason", (...untold) => expectNoReason(...untold));
});
