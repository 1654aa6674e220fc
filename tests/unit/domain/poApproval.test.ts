import { describe, expect, it } from "vitest";
import { checkOrderApproval, type PurchaseOrder } from "@/domain/poApproval";
import { Conflict, InvalidInput, TransitionRefused } from "@/errors";

const requested: PurchaseOrder = {
	number: "PO-7",
	status: "requested",
	approvedBy: null,
	secondApprover: null,
	reason: null,
	expiresAt: null,
};
type Input = Parameters<typeof checkOrderApproval>[0];
const check = (
	change: Partial<Omit<Input, "invoice">> = {},
	po: Partial<PurchaseOrder> = {},
	invoice: Partial<Input["invoice"]> = {},
) =>
	checkOrderApproval({
		invoice: { status: "open", po: { ...requested, ...po }, ...invoice },
		reason: " budget confirmed ",
		expiresAt: "2026-02-01",
		today: "2026-01-05",
		...change,
	});

describe("approving a purchase order", () => {
	it.each(["none", "requested", "expired"] as const)("passes for one that is %s", (status) => {
		expect(() => check({}, { status })).not.toThrow();
	});

	it("passes for one that holds for today alone", () => {
		expect(() => check({ expiresAt: "2026-01-05" })).not.toThrow();
	});

	it.each([
		["no number", {}, { number: " " }],
		["no reason", { reason: " " }, {}],
		["a day that is over", { expiresAt: "2026-01-04" }, {}],
	])("refuses %s", (_, change, po) => {
		expect(() => check(change, po)).toThrow(InvalidInput);
	});

	it.each(["approved", "rejected"] as const)("refuses an order that is %s", (status) => {
		expect(() => check({}, { status })).toThrow(TransitionRefused);
	});

	it.each(["paid", "void", "refunded", "uncollectible"] as const)("refuses for an invoice that is %s", (status) => {
		expect(() => check({}, {}, { status })).toThrow(Conflict);
	});
});
