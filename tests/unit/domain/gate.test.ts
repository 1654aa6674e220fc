import { describe, expect, it } from "vitest";
import { type GateConditionKey, type GateInput, gate, unmetInWords } from "@/domain/gate";
import { GateNotSatisfied } from "@/errors";

const today = "2026-01-05";
const tomorrow = "2026-01-06";

type Onboarding = GateInput["onboarding"];
type Contract = GateInput["contracts"][number];
type Invoice = GateInput["invoices"][number];

const asked = { amountDue: 1_250_000, currency: "usd" };
const paidInvoice: Invoice = { number: "K-1", status: "paid", opensGate: true, ...asked, po: null };
const waitingInvoice: Invoice = { ...paidInvoice, status: "open" };
const approvedAmount = { amount: 1_250_000, currency: "usd" };
const approved = { status: "approved", expiresAt: tomorrow, approved: approvedAmount } as const;

const open: GateInput = {
	onboarding: {
		status: "open",
		gateStandard: "paid",
		operationsLead: { name: "Ada", email: "ada@acme.test" },
		adminContact: { name: "Ben", email: "ben@acme.test" },
	},
	neededContracts: null,
	subjects: { plan: null, region: null, dataMode: null, choices: {} },
	contracts: [{ type: "order_form", status: "signed" }],
	invoices: [paidInvoice],
	today,
};
const withOnboarding = (change: Partial<Onboarding>): GateInput => ({
	...open,
	onboarding: { ...open.onboarding, ...change },
});
const withContracts = (...contracts: [Contract["type"], Contract["status"]][]): GateInput => ({
	...open,
	contracts: contracts.map(([type, status]) => ({ type, status })),
});
const withInvoices = (standard: Onboarding["gateStandard"], ...invoices: Invoice[]): GateInput => ({
	...withOnboarding({ gateStandard: standard }),
	invoices,
});
const unmetKeys = (input: GateInput): GateConditionKey[] =>
	gate(input)
		.conditions.filter(({ isMet }) => !isMet)
		.map(({ key }) => key);

describe("the gate", () => {
	it.each([
		["nothing", { kept: 1_250_000, refunded: 0 }, true],
		["a little", { kept: 1_000_000, refunded: 250_000 }, true],
		["all but a cent", { kept: 1, refunded: 1_249_999 }, false],
	])("after %s of the payment was given back", (_, money, isOpen) => {
		const found = gate(withInvoices("paid", { ...paidInvoice, money }));
		expect(found.isOpen).toBe(isOpen);
		if (!isOpen) expect(unmetInWords(found).join()).toContain("was given back");
	});

	const refunded: Invoice = { ...paidInvoice, status: "refunded" };
	const mostly: Invoice = { ...paidInvoice, money: { kept: 1, refunded: 1_249_999 } };
	const later = { ...paidInvoice, number: "K-2" };
	it.each([
		["a refunded invoice", "paid", [refunded], false],
		["one paid again by a later invoice", "paid", [refunded, later], true],
		["one of which most was given back, paid again", "paid", [mostly, later], true],
		["two, each after the other", "paid", [refunded, { ...refunded, number: "K-3" }, later], true],
		["one paid again by a purchase order", "po_approved", [refunded, { ...waitingInvoice, po: approved }], true],
		["a later one that is not paid yet", "paid", [refunded, waitingInvoice], false],
		["a later one that asks less", "paid", [refunded, { ...later, amountDue: 1_249_999 }], false],
		[
			"one that was credited to what the later asks",
			"paid",
			[
				{ ...refunded, credited: 1 },
				{ ...later, amountDue: 1_249_999 },
			],
			true,
		],
		[
			"one asked beside it",
			"paid",
			[
				{ ...refunded, paymentAt: 9 },
				{ ...later, writtenAt: 8 },
			],
			false,
		],
		[
			"one that was written once it was paid",
			"paid",
			[
				{ ...refunded, paymentAt: 9 },
				{ ...later, writtenAt: 9 },
			],
			true,
		],
		[
			"one for two",
			"paid",
			[
				{ ...refunded, paymentAt: 9 },
				{ ...refunded, writtenAt: 8, paymentAt: 9 },
				{ ...later, writtenAt: 10 },
			],
			false,
		],
		[
			"one for each of two, whichever asks more",
			"paid",
			[
				{ ...refunded, paymentAt: 9 },
				{ ...refunded, amountDue: 1, writtenAt: 8, paymentAt: 9 },
				{ ...later, writtenAt: 10 },
				{ ...later, amountDue: 1, writtenAt: 10 },
			],
			true,
		],
		["a later one in another currency", "paid", [refunded, { ...later, currency: "eur" }], false],
		["a later one that opens nothing", "paid", [refunded, { ...later, opensGate: false }], false],
		["an earlier one that is paid", "paid", [later, refunded], false],
	] as const)("with %s", (_, standard, invoices, isOpen) => {
		const found = gate(withInvoices(standard, ...invoices));
		expect(found.isOpen).toBe(isOpen);
		if (!isOpen && invoices[0] !== later) expect(unmetInWords(found).join()).toMatch(/at least \$12,500.00/);
	});

	it("is open when everything is signed, paid and named", () => {
		expect(gate(open).isOpen).toBe(true);
		expect(unmetInWords(gate(open))).toEqual([]);
	});

	it("always answers for all six conditions, in the same order, with somebody who can act", () => {
		const nothing: GateInput = {
			...open,
			onboarding: { status: "cancelled", gateStandard: "paid", operationsLead: null, adminContact: null },
			contracts: [],
			invoices: [],
		};
		for (const input of [open, nothing]) {
			expect(gate(input).conditions.map(({ key }) => key)).toEqual([
				"onboarding_open",
				"needed_contracts_signed",
				"contracts_signed",
				"invoices_cleared",
				"operations_lead_named",
				"admin_contact_named",
			]);
			expect(gate(input).conditions.every(({ whoCanAct }) => whoCanAct.length > 0)).toBe(true);
		}
		expect(unmetInWords(gate(nothing))).toEqual([
			"The onboarding is cancelled",
			"There is no order form or support contract",
			"There is no invoice that opens the gate",
			"The operations lead is not named",
			"The admin contact is not named",
		]);
	});

	it.each(["on_hold", "completed", "cancelled"] as const)("stays shut for an onboarding that is %s", (status) => {
		expect(unmetKeys(withOnboarding({ status }))).toEqual(["onboarding_open"]);
	});

	it("reads as one sentence in the error that refuses a start", () => {
		expect(new GateNotSatisfied(unmetInWords(gate(withOnboarding({ status: "on_hold" })))).publicMessage).toBe(
			"Provisioning may not start yet: The onboarding is on hold.",
		);
	});
});

describe("the contracts that the playbook needs", () => {
	const onDecision = { on: "decision", item: "dpa_needed", isOneOf: ["yes"] } as const;
	const needs = (choice: string | null, ...contracts: [Contract["type"], Contract["status"]][]): GateInput => ({
		...withContracts(...contracts),
		neededContracts: [
			{ type: "msa", condition: null },
			{ type: "order_form", condition: null },
			{ type: "dpa", condition: onDecision },
		],
		subjects: { ...open.subjects, choices: { dpa_needed: choice } },
	});
	const both: [Contract["type"], Contract["status"]][] = [
		["msa", "signed"],
		["order_form", "signed"],
	];

	it.each<[string, GateInput, string[]]>([
		["master agreement and order form, undecided", needs(null, ...both), []],
		["the same, none needed", needs("no", ...both), []],
		["the same, one needed", needs("yes", ...both), ["There is no data processing agreement"]],
		["one that is sent", needs("yes", ...both, ["dpa", "sent"]), ["The data processing agreement is sent, not signed"]],
		["all three", needs("yes", ...both, ["dpa", "signed"]), []],
		[
			"a draft that nobody needs",
			needs("no", ...both, ["dpa", "draft"]),
			["The data processing agreement is still a draft"],
		],
		["an order form alone", needs(null, ["order_form", "signed"]), ["There is no master agreement"]],
		[
			"a support contract instead",
			needs(null, ["support", "signed"]),
			["There is no master agreement; there is no order form"],
		],
		[
			"an expired one",
			needs(null, ["msa", "expired"], ["order_form", "signed"]),
			["The master agreement is expired, not signed"],
		],
	])("with %s", (_, input, unmet) => {
		expect(unmetInWords(gate(input))).toEqual(unmet);
	});

	it("are named in the condition, with those that keep it shut", () => {
		const condition = gate(needs("yes", ["msa", "signed"])).conditions.find(
			({ key }) => key === "needed_contracts_signed",
		);
		expect(condition).toMatchObject({
			label: "Master agreement, order form and data processing agreement are signed",
			unsigned: ["order_form", "dpa"],
		});
	});
});

describe("contracts", () => {
	it("a signed support contract serves as well as an order form", () => {
		expect(gate(withContracts(["support", "signed"])).isOpen).toBe(true);
	});

	it("a signed master agreement alone does not", () => {
		expect(unmetKeys(withContracts(["msa", "signed"]))).toEqual(["needed_contracts_signed"]);
	});

	it.each(["draft", "sent"] as const)("an order form that is %s blocks", (status) => {
		expect(unmetKeys(withContracts(["order_form", status]))).toEqual(["needed_contracts_signed"]);
	});

	it.each(["draft", "sent"] as const)("any other contract that is %s blocks, a second order form too", (status) => {
		for (const type of ["msa", "dpa", "support", "order_form"] as const) {
			expect(unmetKeys(withContracts(["order_form", "signed"], [type, status]))).toEqual(["contracts_signed"]);
		}
	});

	it.each(["expired", "terminated"] as const)(
		"one that is %s blocks until a signed one of its type stands",
		(status) => {
			expect(unmetKeys(withContracts(["order_form", status]))).toEqual(["needed_contracts_signed"]);
			expect(unmetKeys(withContracts(["order_form", status], ["support", "signed"]))).toEqual(["contracts_signed"]);
			expect(gate(withContracts(["order_form", status], ["order_form", "signed"])).isOpen).toBe(true);
			expect(unmetKeys(withContracts(["order_form", "signed"], ["dpa", status]))).toEqual(["contracts_signed"]);
			expect(gate(withContracts(["order_form", "signed"], ["dpa", status], ["dpa", "signed"])).isOpen).toBe(true);
		},
	);

	it("names every contract that is in the way", () => {
		const input = withContracts(["order_form", "signed"], ["msa", "sent"], ["dpa", "draft"]);
		expect(unmetInWords(gate(input))).toEqual([
			"The master agreement is sent; the data processing agreement is still a draft",
		]);
	});
});

describe("invoices under the standard “paid”", () => {
	it.each(["draft", "open", "uncollectible", "refunded"] as const)("an opening invoice that is %s blocks", (status) => {
		const input = withInvoices("paid", { ...paidInvoice, status, po: approved });
		expect(unmetKeys(input)).toEqual(["invoices_cleared"]);
		expect(unmetInWords(gate(input))[0]).toMatch(/^Invoice K-1 is .+, not paid/);
	});

	it("every opening invoice must be paid; those that open nothing do not matter", () => {
		expect(unmetKeys(withInvoices("paid", paidInvoice, waitingInvoice))).toEqual(["invoices_cleared"]);
		expect(gate(withInvoices("paid", paidInvoice, { ...waitingInvoice, opensGate: false })).isOpen).toBe(true);
	});

	it("at least one must exist, and a void one is none", () => {
		expect(unmetKeys(withInvoices("paid", { ...paidInvoice, opensGate: false }))).toEqual(["invoices_cleared"]);
		expect(unmetKeys(withInvoices("paid", { ...paidInvoice, status: "void" }))).toEqual(["invoices_cleared"]);
		expect(gate(withInvoices("paid", paidInvoice, { ...paidInvoice, status: "void" })).isOpen).toBe(true);
	});
});

describe("invoices under the standard “purchase order approved”", () => {
	it("an approved order clears an invoice that waits, and so does the money", () => {
		expect(gate(withInvoices("po_approved", { ...waitingInvoice, po: approved }, paidInvoice)).isOpen).toBe(true);
		expect(gate(withInvoices("po_approved", { ...waitingInvoice, status: "draft", po: approved })).isOpen).toBe(true);
	});

	it.each(["none", "requested", "rejected", "expired"] as const)("an order that is %s does not", (status) => {
		const input = withInvoices("po_approved", { ...waitingInvoice, po: { status, expiresAt: tomorrow } });
		expect(unmetKeys(input)).toEqual(["invoices_cleared"]);
	});

	it("an approval holds to the end of its last day", () => {
		const until = (expiresAt: string) =>
			gate(withInvoices("po_approved", { ...waitingInvoice, po: { ...approved, expiresAt } })).isOpen;
		expect(until(tomorrow)).toBe(true);
		expect(until(today)).toBe(true);
		expect(until("2026-01-04")).toBe(false);
	});

	it.each([
		["more than was approved", { amount: 1_249_999, currency: "usd" }],
		["another currency than was approved", { amount: 1_250_000, currency: "jpy" }],
		["what nobody's approval names", null],
	])("an order does not clear an invoice that asks %s", (_, amount) => {
		const input = withInvoices("po_approved", { ...waitingInvoice, po: { ...approved, approved: amount } });
		expect(unmetKeys(input)).toEqual(["invoices_cleared"]);
		expect(unmetInWords(gate(input))[0]).toContain("not for $12,500.00");
	});

	it.each(["refunded", "uncollectible"] as const)("no order clears an invoice that is %s", (status) => {
		const input = withInvoices("po_approved", { ...paidInvoice, status, po: approved });
		expect(unmetKeys(input)).toEqual(["invoices_cleared"]);
	});
});

describe("an opening invoice that asks less than was agreed", () => {
	const agreed = { amount: 1_250_000, currency: "usd" };

	it.each([
		["a cent", { amountDue: 1 }],
		["another currency", { currency: "jpy" }],
		["nothing", { amountDue: 0 }],
		["and is taken out", { opensGate: false }],
	])("%s blocks, paid or covered, until somebody approves that", (_, change) => {
		const lowered = { ...paidInvoice, ...change };
		expect(unmetKeys(withInvoices("paid", { ...lowered, agreed }, paidInvoice))).toEqual(["invoices_cleared"]);
		expect(
			unmetKeys(withInvoices("po_approved", { ...lowered, status: "open", po: approved, agreed }, paidInvoice)),
		).toEqual(["invoices_cleared"]);
		expect(gate(withInvoices("paid", { ...lowered, agreed: null }, paidInvoice)).isOpen).toBe(true);
	});

	it("is as before when the amount is back", () => {
		expect(gate(withInvoices("paid", { ...paidInvoice, agreed })).isOpen).toBe(true);
	});
});

describe("an invoice that asks nothing", () => {
	const free = { ...paidInvoice, amountDue: 0 };

	it("opens nothing by itself, and stands in nobody's way", () => {
		expect(unmetKeys(withInvoices("paid", free))).toEqual(["invoices_cleared"]);
		expect(gate(withInvoices("paid", free, paidInvoice)).isOpen).toBe(true);
		expect(gate(withInvoices("paid", { ...free, status: "open" }, paidInvoice)).isOpen).toBe(true);
	});

	it("opens when its purchase order is approved", () => {
		const po = { ...approved, approved: { amount: 0, currency: "usd" } };
		expect(gate(withInvoices("po_approved", { ...free, status: "open", po })).isOpen).toBe(true);
		expect(unmetKeys(withInvoices("po_approved", { ...free, status: "open" }))).toEqual(["invoices_cleared"]);
	});
});

describe("contacts", () => {
	const wrong: [string, Onboarding["adminContact"], string][] = [
		["nobody", null, "is not named"],
		["no name", { name: "  ", email: "a@acme.test" }, "is not named"],
		["no address", { name: "Ada", email: "" }, "Ada, has no e-mail address"],
		["no valid address", { name: "Ada", email: "ada@acme" }, "Ada, is not valid"],
	];
	it.each(wrong)("%s", (_, contact, words) => {
		expect(unmetKeys(withOnboarding({ operationsLead: contact }))).toEqual(["operations_lead_named"]);
		expect(unmetKeys(withOnboarding({ adminContact: contact }))).toEqual(["admin_contact_named"]);
		expect(unmetInWords(gate(withOnboarding({ adminContact: contact })))[0]).toContain(words);
	});

	it("waits for the customer only once everything that is missing was sent to them", () => {
		const restsOf = (input: GateInput) => gate(input).conditions.find(({ isMet }) => !isMet)?.restsWith;
		expect(restsOf(withContracts())).toBe("vendor");
		expect(restsOf(withContracts(["order_form", "draft"]))).toBe("vendor");
		expect(restsOf(withContracts(["order_form", "terminated"]))).toBe("vendor");
		expect(restsOf(withContracts(["order_form", "sent"]))).toBe("customer");
		expect(restsOf(withContracts(["order_form", "signed"], ["msa", "sent"]))).toBe("customer");
		expect(restsOf(withContracts(["order_form", "signed"], ["msa", "sent"], ["dpa", "draft"]))).toBe("vendor");
		expect(restsOf(withInvoices("paid"))).toBe("vendor");
		expect(restsOf(withInvoices("paid", { ...waitingInvoice, status: "draft" }))).toBe("vendor");
		expect(restsOf(withInvoices("paid", { ...waitingInvoice, status: "refunded" }))).toBe("vendor");
		expect(restsOf(withInvoices("paid", waitingInvoice))).toBe("customer");
		expect(restsOf(withInvoices("po_approved", waitingInvoice))).toBe("customer");
		expect(restsOf(withInvoices("po_approved", { ...waitingInvoice, po: { status: "requested" } }))).toBe("vendor");
		expect(restsOf(withInvoices("po_approved", { ...waitingInvoice, po: { status: "rejected" } }))).toBe("customer");
		expect(
			restsOf(withInvoices("po_approved", { ...waitingInvoice, po: { ...approved, expiresAt: "2026-01-04" } })),
		).toBe("customer");
		expect(
			restsOf(
				withInvoices("po_approved", {
					...waitingInvoice,
					po: { ...approved, approved: { amount: 1, currency: "usd" } },
				}),
			),
		).toBe("vendor");
		expect(restsOf(withOnboarding({ adminContact: null }))).toBe("vendor");
	});
});
