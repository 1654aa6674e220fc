import { describe, expect, test } from "vitest";
import { countNeeds, groupNeeds } from "@/admin/dashboard/groupNeeds";
import type { ApprovalView } from "@/operations/approvals/readApprovals";
import type { Live } from "@/operations/views/dashboardFacts";

const at = "2026-03-01T10:00:00Z";
const none = { total: 0, rows: [] };
const quiet: Omit<Live, "moving"> = {
	needs: { held: none, failedRuns: none, redHealth: none, risks: none, checkIns: none },
	decisions: none,
	approvals: none,
	overdue: { ...none, mostCounted: 1000 },
};
const need = { id: "n", title: "Onboarding", detail: null, severity: null, casinoId: "c", casinoName: "North", at };
const decision = {
	...{ id: "d", title: "Waiver: the roster", kind: "waiver" as const, onboardingId: "o", casinoId: "c" },
	...{ customer: "North", askedBy: "Mara", because: "They are away.", askedAt: at, expiresAt: null, isYours: true },
};

describe("what needs a person", () => {
	test("nothing is no group and counts nothing", () => {
		expect([groupNeeds(quiet), countNeeds(quiet)]).toEqual([[], "0"]);
	});

	test("a red onboarding says why, and leads to its page; all of them to the portfolio", () => {
		const redHealth = { total: 9, rows: [{ ...need, detail: "Five items are overdue." }] };
		const [group] = groupNeeds({ ...quiet, needs: { ...quiet.needs, redHealth } });
		expect(group).toMatchObject({
			total: "9",
			all: "/admin/portfolio?health=red",
			rows: [{ title: "North", detail: "Onboarding. Five items are overdue.", verb: "Look" }],
		});
		expect(group?.rows[0]?.href).toBe("/admin/collections/onboardings/n/overview");
	});

	test("a decision is to be taken by those who may, and looked at by the others", () => {
		const decisions = { total: 2, rows: [decision, { ...decision, id: "e", because: null, isYours: false }] };
		const [group] = groupNeeds({ ...quiet, decisions });
		expect(group?.rows.map(({ verb, detail }) => [verb, detail])).toEqual([
			["Decide", "Waiver: the roster. “They are away.”"],
			["Look", "Waiver: the roster."],
		]);
		expect(group?.rows[0]).toMatchObject({ title: "North", timeWord: "Mara asked" });
	});

	test("an approval leads to its invoice, to be reviewed by those who may take a seat", () => {
		const seat = { who: "Mara", at, reason: "On the statement.", isUnproved: false };
		const approval: ApprovalView = {
			...{ id: "a", subject: "manual_payment", status: "awaiting", title: "Payment of $9.00 by hand", invoiceId: "i" },
			...{ paymentEventId: null, casinoId: "c", customer: "North", amount: 900, currency: "usd", boundTo: "" },
			...{ seats: [seat], requestedBy: "Mara", requestedAt: at, endedBecause: null, endedAt: null, expiresAt: null },
			...{ isYours: true, hasOwnSeat: false },
		};
		const live = { ...quiet, approvals: { total: 8, rows: [approval, { ...approval, isYours: false }] } };
		const [group] = groupNeeds(live);
		expect(group).toMatchObject({ label: "Payments and invoices awaiting approval", total: "8" });
		expect(group?.rows.map(({ verb, href }) => [verb, href])).toEqual([
			["Review", "/admin/collections/invoices/i"],
			["Open", "/admin/collections/invoices/i"],
		]);
		expect(group?.rows[0]?.detail).toBe("Payment of $9.00 by hand. “On the statement.”");
		expect(countNeeds(live)).toBe("8");
	});

	test("overdue work leads to one's work, and is counted no further than it was", () => {
		const row = { id: "i", title: "Train the pit", onboardingId: "o", customer: "North", dueAt: at };
		const live = { ...quiet, overdue: { total: 1001, mostCounted: 1000, rows: [row] } };
		const [group] = groupNeeds(live);
		expect(group).toMatchObject({
			total: "1,000+",
			all: "/admin/my-work?span=overdue",
			rows: [{ title: "Train the pit" }],
		});
		expect(countNeeds(live)).toBe("1,000+");
	});
});
