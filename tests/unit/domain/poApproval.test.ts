import { describe, expect, it } from "vitest";
import { approvePo, type PoApprovalInput, type PurchaseOrder } from "@/domain/poApproval";
import { Conflict, InvalidInput, TransitionRefused } from "@/errors";

const requested: PurchaseOrder = {
	number: "PO-7",
	status: "requested",
	approvedBy: null,
	secondApprover: null,
	reason: null,
	expiresAt: null,
};
const approve = (
	change: Partial<Omit<PoApprovalInput, "invoice">> = {},
	po: Partial<PurchaseOrder> = {},
	invoice: Partial<PoApprovalInput["invoice"]> = {},
) =>
	approvePo({
		invoice: { status: "open", amountDue: 100_000, currency: "usd", po: { ...requested, ...po }, ...invoice },
		approver: "ann",
		reason: " budget confirmed ",
		expiresAt: "2026-02-01T00:00:00.000Z",
		limit: { amount: 100_000, currency: "usd" },
		now: "2026-01-05T00:00:00.000Z",
		...change,
	});
const above = { amountDue: 100_001 };

describe("approving a purchase order", () => {
	it("up to the limit one person is enough", () => {
		expect(approve()).toEqual({
			outcome: "approved",
			po: {
				number: "PO-7",
				status: "approved",
				approvedBy: "ann",
				secondApprover: null,
				reason: "budget confirmed",
				expiresAt: "2026-02-01T00:00:00.000Z",
			},
		});
	});

	it("above the limit it waits for a second person and then stands", () => {
		const first = approve({}, {}, above);
		expect(first).toMatchObject({ outcome: "needsSecond", po: { status: "requested", approvedBy: "ann" } });
		expect(approve({ approver: "bob" }, first.po, above)).toMatchObject({
			outcome: "approved",
			po: { status: "approved", approvedBy: "ann", secondApprover: "bob" },
		});
	});

	it("the second person is another than the first", () => {
		const first = approve({}, {}, above);
		expect(() => approve({}, first.po, above)).toThrow(Conflict);
	});

	it("an amount in another currency than the limit's takes two", () => {
		expect(approve({}, {}, { amountDue: 1, currency: "eur" }).outcome).toBe("needsSecond");
	});

	it("without a limit one is always enough", () => {
		expect(approve({ limit: null }, {}, { amountDue: 10 ** 9 }).outcome).toBe("approved");
	});

	it("an expired order is approved anew, by two again when above the limit", () => {
		const old = { status: "expired", approvedBy: "ann", secondApprover: "bob" } as const;
		expect(approve({}, old)).toMatchObject({ outcome: "approved", po: { status: "approved" } });
		expect(approve({}, old, above)).toMatchObject({
			outcome: "needsSecond",
			po: { status: "requested", approvedBy: "ann", secondApprover: null },
		});
	});

	it.each([
		["no number", {}, { number: " " }],
		["no reason", { reason: " " }, {}],
		["an expiry now", { expiresAt: "2026-01-05T00:00:00.000Z" }, {}],
		["no date", { expiresAt: "soon" }, {}],
	])("refuses %s", (_, change, po) => {
		expect(() => approve(change, po)).toThrow(InvalidInput);
	});

	it.each(["approved", "rejected"] as const)("refuses an order that is %s", (status) => {
		expect(() => approve({}, { status })).toThrow(TransitionRefused);
	});

	it.each(["paid", "void", "refunded", "uncollectible"] as const)("refuses for an invoice that is %s", (status) => {
		expect(() => approve({}, {}, { status })).toThrow(Conflict);
	});
});
