import { expect } from "vitest";
import type { End } from "./playOrders";

/** Every order came to one and the same end, and it is the end that the story asks for. */
export function expectOneEnd(ends: readonly End[], count: number): void {
	expect(ends).toHaveLength(count);
	const byState = Map.groupBy(ends, ({ state }) => state);
	// With the orders that lead there, so that the difference can be played again.
	const found = [...byState].map(([state, those]) => ({ times: those.length, example: those[0]?.order, state }));
	expect(found.length, JSON.stringify(found, null, 1)).toBe(1);
	expect(JSON.parse(ends[0]?.state ?? "null")).toMatchObject({
		invoice: {
			...{ status: "paid", amount_paid: 120_000, amount_refunded: 20_000, stripe_invoice_id: "in_<0>" },
			...{ stripe_payment_intent_id: "pi_<0>", paid_at: expect.stringContaining("2026-10-05") },
		},
		events: [
			["charge.refunded", "settled", null, true],
			["customer.updated", "settled", null, false],
			["invoice.finalized", "settled", null, true],
			["invoice.paid", "settled", null, true],
			["invoice_payment.paid", "settled", null, true],
		],
		casino: ["prospect", "good"],
		company: ["Renamed <0>", "accounts@<0>.example", "cus_<0>"],
		openRisks: ["payment_reversed"],
		runs: ["queued"],
		receipts: 1,
	});
}
