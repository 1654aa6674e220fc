import type { OnboardingFacts } from "../playbook/facts";
import { accessVerified, entitlementsGranted, welcomeSent } from "../playbook/judgements/tenant";
import { recordRef } from "../recordRef";
import { normaliseEmail } from "../settlement/normaliseEmail";
import type { HoldReason } from "../settlement/paymentFact";
import { type Check, hold, pass, resultOf } from "./check";

/** In this order: what the purchaser paid, who they are, where they enter, with what. */
export const paidAccessNames = [
	"paid_bound",
	"email_matches",
	"customer_unique",
	"workspace_mapped",
	"entitlement_right",
	"access_verified",
	"message_sent",
] as const;
export type PaidAccessName = (typeof paidAccessNames)[number];

type Result = Omit<Check, "check">;

const checks: Readonly<Record<PaidAccessName, (facts: OnboardingFacts) => Result>> = Object.freeze({
	paid_bound: isPaidBound,
	email_matches: doesEmailMatch,
	customer_unique: isCustomerUnique,
	workspace_mapped: isWorkspaceMapped,
	entitlement_right: (facts) => resultOf(entitlementsGranted({ facts })),
	access_verified: (facts) => resultOf(accessVerified({ facts })),
	message_sent: (facts) => resultOf(welcomeSent({ facts })),
});

/** Whether who paid gets what was paid for: one line for each thing that must be right. */
export function paidAccessChecks(facts: OnboardingFacts): Check<PaidAccessName>[] {
	return paidAccessNames.map((check) => ({ check, ...checks[check](facts) }));
}

function findHeld(facts: OnboardingFacts, ...reasons: HoldReason[]) {
	return facts.heldEvents.find(({ reason }) => reasons.some((each) => each === reason));
}

const holdWords: Readonly<Partial<Record<string, string>>> = {
	amount_mismatch: "its amount is not the invoice's",
	currency_mismatch: "its currency is not the invoice's",
	email_mismatch: "the payer's e-mail address is not the purchaser's",
	duplicate_customer: "it was paid as another customer than the company's",
	no_workspace: "nobody has said which workspace it is for",
	unknown_customer: "its customer is not known",
};

function holdFor(held: { id: string; reason: string }): Result {
	const says = `A payment is held, for ${holdWords[held.reason] ?? held.reason}. Operations or finance can resolve it.`;
	return hold(says, recordRef("payment-events", held));
}

const openingInvoices = ({ invoices }: OnboardingFacts) =>
	invoices.filter(({ opensGate, status }) => opensGate && status !== "void");

const reversed: ReadonlySet<string> = new Set(["disputed", "lost", "refunded", "voided"]);

/** Under the standard “purchase order approved” an approved order stands for the money, and the gate is open by it. */
function isPaidBound(facts: OnboardingFacts): Result {
	const held = findHeld(facts, "amount_mismatch", "currency_mismatch");
	if (held) return holdFor(held);
	const opening = openingInvoices(facts);
	const unpaid = opening.find(
		({ status, poStatus }) => status !== "paid" && !(facts.gate.isOpen && status === "open" && poStatus === "approved"),
	);
	if (unpaid) {
		const says = `Invoice ${unpaid.number} is ${unpaid.status}, not paid. The customer pays it.`;
		return hold(says, recordRef("invoices", unpaid));
	}
	if (!opening[0]) return hold("There is no invoice that opens the gate. Finance writes it.");
	const { casino } = facts;
	return reversed.has(casino.paymentStanding)
		? hold(`A payment was ${casino.paymentStanding}. Finance can settle it.`, recordRef("casinos", casino))
		: pass("What opens the gate is paid and bound to this workspace.", recordRef("invoices", opening[0]));
}

/**
 * Access is tied to the purchaser's address. Every purchaser whom an opening invoice names must be somebody who is
 * invited to the casino or works there. Where no invoice names one, there is nothing to contradict, and only a payment
 * held for its address is in the way.
 */
function doesEmailMatch(facts: OnboardingFacts): Result {
	const held = findHeld(facts, "email_mismatch");
	if (held) return holdFor(held);
	const invited = facts.invites.filter(({ status }) => status !== "revoked");
	const working = facts.staff.filter(({ status }) => status !== "disabled");
	const known = new Set([...invited, ...working].map(({ email }) => normaliseEmail(email)));
	const named = openingInvoices(facts).filter(({ purchaserEmail }) => purchaserEmail?.trim());
	const stranger = named.find(({ purchaserEmail }) => !known.has(normaliseEmail(purchaserEmail ?? "")));
	if (stranger) {
		const says = `The purchaser of invoice ${stranger.number}, ${stranger.purchaserEmail}, is neither invited nor on the roster. Operations invites them or corrects the invoice.`;
		return hold(says, recordRef("invoices", stranger));
	}
	return named[0]
		? pass("The purchaser is among the workspace's people.", recordRef("invoices", named[0]))
		: pass("No invoice names a purchaser, and no payment contradicts.");
}

function isCustomerUnique(facts: OnboardingFacts): Result {
	const held = findHeld(facts, "duplicate_customer");
	return held ? holdFor(held) : pass("No payment came from a second customer record.");
}

function isWorkspaceMapped(facts: OnboardingFacts): Result {
	const held = findHeld(facts, "no_workspace", "unknown_customer");
	if (held) return holdFor(held);
	const { casino } = facts;
	return casino.status === "closed"
		? hold("The workspace is closed. Operations opens another.", recordRef("casinos", casino))
		: pass("Every payment is bound to this workspace.", recordRef("casinos", casino));
}
