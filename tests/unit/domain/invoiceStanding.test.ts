import { expect, test } from "vitest";
import { findInvoiceStanding, type InvoiceStandingFacts } from "@/domain/invoiceStanding";

const open: InvoiceStandingFacts = {
	status: "open",
	amountDue: 64_000_00,
	amountKept: 0,
	amountDisputed: 0,
	dueAt: "2026-12-10",
	today: "2026-11-28",
	awaitsSecondApprover: false,
	isCreditNote: false,
};

test.each<[string, Partial<InvoiceStandingFacts>, string]>([
	["nothing paid, not due yet", {}, "open"],
	["due today", { dueAt: "2026-11-28" }, "open"],
	["a day late", { dueAt: "2026-11-27" }, "overdue"],
	["no due day", { dueAt: null }, "open"],
	["a part paid", { amountKept: 16_000_00 }, "part_paid"],
	["a part paid, and late", { amountKept: 16_000_00, dueAt: "2026-11-20" }, "overdue"],
	["one approver of two", { awaitsSecondApprover: true, amountKept: 16_000_00 }, "awaiting_approval"],
	["paid in full", { status: "paid", amountKept: 64_000_00 }, "paid"],
	["paid in full after its day", { status: "paid", amountKept: 64_000_00, dueAt: "2026-11-20" }, "paid"],
	["paid too much", { status: "paid", amountKept: 70_000_00 }, "paid"],
	["a small refund", { status: "paid", amountKept: 63_000_00 }, "partly_refunded"],
	["the payer's bank asks for it back", { status: "paid", amountKept: 64_000_00, amountDisputed: 1 }, "disputed"],
	["a draft", { status: "draft", dueAt: "2026-11-20" }, "draft"],
	["given back", { status: "refunded" }, "refunded"],
	["void", { status: "void" }, "void"],
	[
		"a credit note, which is settled when it is written",
		{ status: "paid", amountDue: 0, isCreditNote: true },
		"credit_note",
	],
	["a credit note that is void", { status: "void", isCreditNote: true }, "void"],
	["given up", { status: "uncollectible" }, "uncollectible"],
])("%s reads %s", (_, facts, standing) => {
	expect(findInvoiceStanding({ ...open, ...facts })).toBe(standing);
});
