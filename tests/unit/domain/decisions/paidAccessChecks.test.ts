import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PaidAccessName, paidAccessChecks, paidAccessNames } from "@/domain/decisions/paidAccessChecks";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { judgeCriterion } from "@/domain/playbook/judgeCriterion";
import { holdReasons } from "@/domain/settlement/paymentFact";
import { anInvite, anInvoice, aPitBoss, aRun, aWelcome, nothingYet, now, onboarded } from "../playbook/onboarded";

const checkOf = (check: PaidAccessName, facts: OnboardingFacts) =>
	paidAccessChecks(facts).find((each) => each.check === check);
const heldNames = (facts: OnboardingFacts) =>
	paidAccessChecks(facts)
		.filter(({ result }) => result === "HOLD")
		.map(({ check }) => check);
const withInvoice = (change: Partial<typeof anInvoice>) => onboarded({ invoices: [{ ...anInvoice, ...change }] });
const withHeld = (reason: string) =>
	onboarded({ heldEvents: [{ id: "event-1", reason, receivedAt: "2026-01-10T00:00:00Z" }] });

describe("the matrix of paid access", () => {
	it("has seven lines, and all pass for who paid and came in", () => {
		const checks = paidAccessChecks(onboarded());
		expect(checks.map(({ check }) => check)).toEqual(paidAccessNames);
		expect(checks.every(({ result }) => result === "PASS")).toBe(true);
	});

	it("holds what has not happened yet", () => {
		expect(heldNames(nothingYet)).toEqual(["paid_bound", "entitlement_right", "access_verified", "message_sent"]);
	});

	it("holds each line for the payment that was held for it, and names it", () => {
		const lines: Record<(typeof holdReasons)[number], PaidAccessName> = {
			amount_mismatch: "paid_bound",
			currency_mismatch: "paid_bound",
			email_mismatch: "email_matches",
			duplicate_customer: "customer_unique",
			no_workspace: "workspace_mapped",
			unknown_customer: "workspace_mapped",
		};
		for (const reason of holdReasons) {
			expect(heldNames(withHeld(reason))).toEqual([lines[reason]]);
			expect(checkOf(lines[reason], withHeld(reason))).toMatchObject({
				says: expect.stringMatching(/^A payment is held, for .+\. Operations or finance can resolve it\.$/),
				record: { collection: "payment-events", id: "event-1" },
			});
		}
	});

	it.each(["draft", "open", "uncollectible", "refunded"])("holds an opening invoice that is %s", (status) => {
		expect(checkOf("paid_bound", withInvoice({ status }))).toMatchObject({
			result: "HOLD",
			says: `Invoice K-1 is ${status}, not paid. The customer pays it.`,
			record: { collection: "invoices", id: "invoice-1" },
		});
	});

	it("wants an invoice that opens the gate, and a void one is none", () => {
		expect(checkOf("paid_bound", withInvoice({ status: "void" }))).toMatchObject({ result: "HOLD", record: null });
		expect(checkOf("paid_bound", withInvoice({ opensGate: false }))?.result).toBe("HOLD");
	});

	it("lets an approved purchase order stand for the money only where the gate is open by it", () => {
		const invoices = [{ ...anInvoice, status: "open", poStatus: "approved" }];
		const shut = { isOpen: false, openedAt: null, missing: [] };
		expect(checkOf("paid_bound", onboarded({ invoices }))?.result).toBe("PASS");
		expect(checkOf("paid_bound", onboarded({ invoices, gate: shut }))?.result).toBe("HOLD");
		expect(checkOf("paid_bound", withInvoice({ status: "refunded", poStatus: "approved" }))?.result).toBe("HOLD");
	});

	it.each(["disputed", "refunded", "voided"])(
		"holds money that is %s, though the invoice is paid",
		(paymentStanding) => {
			const casino = { id: "casino-1", status: "live", paymentStanding } as const;
			expect(checkOf("paid_bound", onboarded({ casino }))).toMatchObject({
				result: "HOLD",
				record: { collection: "casinos", id: "casino-1" },
			});
		},
	);

	it("wants every purchaser to be invited or on the roster, whatever the case of the address", () => {
		const purchaserEmail = "cfo@acme.test";
		expect(checkOf("email_matches", withInvoice({ purchaserEmail }))).toMatchObject({
			result: "HOLD",
			says: expect.stringContaining("cfo@acme.test, is neither invited nor on the roster"),
			record: { collection: "invoices", id: "invoice-1" },
		});
		const invoices = [{ ...anInvoice, purchaserEmail }];
		const invited = (status: string) =>
			onboarded({ invoices, invites: [{ ...anInvite, email: "CFO@acme.test", status }], staff: [] });
		expect(checkOf("email_matches", invited("pending"))?.result).toBe("PASS");
		expect(checkOf("email_matches", invited("revoked"))?.result).toBe("HOLD");
		const working = (status: string) =>
			onboarded({ invoices, invites: [], staff: [{ ...aPitBoss, email: "cfo@acme.test ", status }] });
		expect(checkOf("email_matches", working("active"))?.result).toBe("PASS");
		expect(checkOf("email_matches", working("disabled"))?.result).toBe("HOLD");
	});

	it.each([null, "  "])("has nothing to compare where no purchaser is named (%j)", (purchaserEmail) => {
		expect(checkOf("email_matches", withInvoice({ purchaserEmail }))).toMatchObject({ result: "PASS", record: null });
	});

	it("asks nothing of the purchaser of an invoice that opens nothing", () => {
		const other = { ...anInvoice, opensGate: false, purchaserEmail: "cfo@acme.test" };
		expect(checkOf("email_matches", onboarded({ invoices: [anInvoice, other] }))?.result).toBe("PASS");
	});

	it("holds a workspace that is closed", () => {
		const casino = { id: "casino-1", status: "closed", paymentStanding: "good" } as const;
		expect(heldNames(onboarded({ casino }))).toEqual(["workspace_mapped"]);
	});

	it("holds the lines of the run and the welcome by their criteria", () => {
		expect(heldNames(onboarded({ run: { ...aRun, steps: [] } }))).toEqual(["access_verified"]);
		expect(heldNames(onboarded({ messages: [{ ...aWelcome, status: "held" }] }))).toEqual(["message_sent"]);
		expect(heldNames(onboarded({ entitlements: { granted: 0, missing: [], planned: true } }))).toEqual([
			"entitlement_right",
		]);
	});

	it("agrees with its criterion", () => {
		const facts = fc.record({
			invoices: fc.array(
				fc.record({
					status: fc.constantFrom("open", "paid", "void"),
					purchaserEmail: fc.constantFrom(null, "ada@acme.test", "cfo@acme.test"),
				}),
				{ maxLength: 2 },
			),
			reasons: fc.array(fc.constantFrom(...holdReasons), { maxLength: 2 }),
			message: fc.constantFrom("sent", "held"),
		});
		fc.assert(
			fc.property(facts, ({ invoices, reasons, message }) => {
				const given = onboarded({
					invoices: invoices.map((change) => ({ ...anInvoice, ...change })),
					heldEvents: reasons.map((reason, index) => ({ id: `${index}`, reason, receivedAt: now })),
					messages: [{ ...aWelcome, status: message }],
				});
				const { holds } = judgeCriterion({ name: "paid_access_passes", facts: given, now });
				expect(holds).toBe(heldNames(given).length === 0);
				expect(reasons.length > 0 && holds).toBe(false);
			}),
		);
	});
});
