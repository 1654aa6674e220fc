import { isDayOver } from "./calendar/day";
import { isGivenBack as isMoneyGivenBack } from "./casinoStanding";
import { type ContractStatus, isContractOver } from "./contractStatus";
import { findReplaced, type Replaceable } from "./findReplaced";
import type { InvoiceStatus } from "./invoiceStatus";
import { isEmail } from "./isEmail";
import { formatMoney } from "./money";
import type { OnboardingStatus } from "./onboardingStatus";
import type { NeededContract } from "./playbook/content";
import { type ConditionSubjects, isNeeded } from "./playbook/isNeeded";
import type { PoStatus } from "./poStatus";

export const gateStandards = ["paid", "po_approved"] as const;
export type GateStandard = (typeof gateStandards)[number];

export const contractTypes = ["msa", "order_form", "dpa", "support"] as const;
export type ContractType = (typeof contractTypes)[number];

type GateContact = { name?: string | null; email?: string | null } | null | undefined;
/** Amendments that are not signed yet are not among them: until then the contract they amend is in force. */
type GateContract = { type: ContractType; status: ContractStatus };
type GateInvoice = {
	number: string;
	status: InvoiceStatus;
	opensGate: boolean;
	/** Integer minor units. */
	amountDue: number;
	currency: string;
	/** `expiresAt` is the last day on which it holds. `approved`: the amount that its approval is bound to. */
	po?: { status?: PoStatus | null; expiresAt?: string | null; approved?: Amount | null } | null;
	/** What it asked before somebody lowered it or took it out, as long as nobody has approved that. */
	agreed?: Amount | null;
	/** What amendments took off what it asks. */
	credited?: number;
	/** Seconds since 1970: when it was written, and when the first of its payments was recorded here. */
	writtenAt?: number | null;
	paymentAt?: number | null;
	/** Of what came for it: what is kept, and what was given back. */
	money?: { kept: number; refunded: number } | null;
};
type Amount = { amount: number; currency: string };

/** Everything the gate looks at, all of one onboarding. */
export type GateInput = {
	onboarding: {
		status: OnboardingStatus;
		gateStandard: GateStandard;
		operationsLead: GateContact;
		adminContact: GateContact;
	};
	/** What the pinned playbook version asks to be signed; null for versions that were published without such a list. */
	neededContracts: readonly NeededContract[] | null;
	/** What the conditions of `neededContracts` ask about. */
	subjects: ConditionSubjects;
	contracts: readonly GateContract[];
	/** The oldest first. */
	invoices: readonly GateInvoice[];
	/** The day on the casino's clock. */
	today: string;
};

export type GateConditionKey =
	| "onboarding_open"
	| "needed_contracts_signed"
	| "contracts_signed"
	| "invoices_cleared"
	| "operations_lead_named"
	| "admin_contact_named";

/** One condition: what it asks (`label`), how it stands in one sentence (`detail`), which vendor roles can meet it. */
export type GateCondition = {
	key: GateConditionKey;
	isMet: boolean;
	label: string;
	detail: string;
	whoCanAct: readonly ("admin" | "ops" | "finance")[];
	/** Whose turn it is while it is not met: the customer's once everything that is missing was sent to them. */
	restsWith: "customer" | "vendor";
	/** Of a condition about contracts: the types that keep it from being met. */
	unsigned?: readonly ContractType[];
};

export type Gate = { isOpen: boolean; conditions: readonly GateCondition[] };

/**
 * The rule that lets provisioning start: the contracts that the playbook needs signed, and none left unsigned; opening
 * invoices cleared; contacts named.
 *
 * A needed contract whose condition is not decided yet blocks nothing. Versions published without a list of needed contracts
 * need an order form or a support contract.
 *
 * Where the rule is silent: a contract that expired or was terminated does not count as signed, and blocks until a
 * signed one of its type replaces it. A void invoice is as good as not written, and so is one whose money was given back once one
 * that was written after its payment and asks as much is cleared, one for each. A purchase order clears an invoice that
 * still waits for its money, never one refunded or given up, and only up to the amount that was approved. An invoice that asks
 * nothing opens nothing, unless its purchase order is approved.
 */
export function gate(input: GateInput): Gate {
	const { onboarding, invoices, today } = input;
	const conditions = [
		isOnboardingOpen(onboarding.status),
		areNeededSigned(input),
		areOthersSigned(input),
		areInvoicesCleared(invoices, onboarding.gateStandard, today),
		isContactNamed("operations_lead_named", "operations lead", onboarding.operationsLead),
		isContactNamed("admin_contact_named", "admin contact", onboarding.adminContact),
	];
	return { isOpen: conditions.every(({ isMet }) => isMet), conditions };
}

/** The unmet conditions in the order of the gate, each a sentence without its full stop. Empty when it is open. */
export function unmetInWords({ conditions }: Gate): string[] {
	return conditions.filter(({ isMet }) => !isMet).map(({ detail }) => detail.replace(/\.$/, ""));
}

function isOnboardingOpen(status: OnboardingStatus): GateCondition {
	const isMet = status === "open";
	return {
		key: "onboarding_open",
		isMet,
		label: "The onboarding is open",
		detail: isMet ? "The onboarding is open." : `The onboarding is ${inWords(status)}.`,
		whoCanAct: ["admin", "ops"],
		restsWith: "vendor",
	};
}

/** Each a set of types of which one has to be signed. */
function findNeeded({ neededContracts, subjects }: GateInput): readonly (readonly ContractType[])[] {
	if (neededContracts === null) return [["order_form", "support"]];
	return neededContracts.filter(({ condition }) => isNeeded(condition, subjects) === "yes").map(({ type }) => [type]);
}

/** The contracts of which one signed is needed and none is. */
function findUnsigned(input: GateInput): readonly (readonly ContractType[])[] {
	return findNeeded(input).filter(
		(types) => !input.contracts.some(({ type, status }) => types.includes(type) && status === "signed"),
	);
}

function areNeededSigned(input: GateInput): GateCondition {
	const needed = findNeeded(input).map((types) => types.map(nameOf).join(" or "));
	const unsigned = findUnsigned(input);
	const found = unsigned.map((types) => input.contracts.find(({ type }) => types.includes(type)));
	const missing = unsigned.map((types, index) => {
		const first = found[index];
		return first
			? `the ${nameOf(first.type)} is ${inWords(first.status)}, not signed`
			: `there is no ${types.map(nameOf).join(" or ")}`;
	});
	const are = needed.length === 1 ? "is" : "are";
	return {
		key: "needed_contracts_signed",
		isMet: missing.length === 0,
		label: `${sentence([joined(needed)])} ${are} signed`,
		detail: missing.length === 0 ? `${sentence([joined(needed)])} ${are} signed.` : `${sentence(missing)}.`,
		whoCanAct: ["admin", "ops"],
		restsWith: found.every((contract) => contract?.status === "sent") ? "customer" : "vendor",
		unsigned: unsigned.flat(),
	};
}

const isEnded = ({ status }: GateContract) => isContractOver(status);

/** Those that `areNeededSigned` names already are not said twice. */
function areOthersSigned(input: GateInput): GateCondition {
	const { contracts } = input;
	const named = new Set(findUnsigned(input).flat());
	const isReplaced = ({ type }: GateContract) =>
		contracts.some((other) => other.type === type && other.status === "signed");
	const blocking = contracts.filter(
		(contract) =>
			contract.status !== "signed" && !named.has(contract.type) && !(isEnded(contract) && isReplaced(contract)),
	);
	const said = blocking.map(({ type, status }) => `the ${nameOf(type)} is ${inWords(status)}`);
	return {
		key: "contracts_signed",
		isMet: blocking.length === 0,
		label: "No other contract is left unsigned",
		detail: said.length === 0 ? "No other contract is left unsigned." : `${sentence(said)}.`,
		whoCanAct: ["admin", "ops"],
		restsWith: blocking.every(({ status }) => status === "sent") ? "customer" : "vendor",
		unsigned: blocking.map(({ type }) => type),
	};
}

function areInvoicesCleared(invoices: readonly GateInvoice[], standard: GateStandard, today: string): GateCondition {
	const written = invoices.filter(({ opensGate, agreed, status }) => (opensGate || agreed) && status !== "void");
	const replaced = findReplaced(written.map((invoice) => replaceableOf(invoice, standard, today)));
	const opening = written.filter((_, index) => !replaced[index]);
	const counting = opening.filter(
		(invoice) => invoice.amountDue > 0 || invoice.agreed || isCovered(invoice, standard, today),
	);
	const [free] = opening;
	const uncleared = counting.flatMap((invoice) => {
		const problem = findInvoiceProblem(invoice, standard, today);
		return problem === null ? [] : [{ invoice, problem }];
	});
	const isPoEnough = standard === "po_approved";
	return {
		key: "invoices_cleared",
		isMet: counting.length > 0 && uncleared.length === 0,
		label: isPoEnough
			? "Every opening invoice is paid or covered by an approved purchase order"
			: "Every opening invoice is paid",
		detail:
			counting.length === 0
				? free
					? `Invoice ${free.number} asks nothing. Approve its purchase order, by two persons, to provision free of charge.`
					: "There is no invoice that opens the gate."
				: uncleared.length > 0
					? `${sentence(uncleared.map(({ problem }) => problem))}.`
					: isPoEnough
						? "Every opening invoice is paid or covered by an approved purchase order."
						: "Every opening invoice is paid.",
		whoCanAct: ["admin", "finance"],
		restsWith:
			counting.length > 0 && uncleared.every(({ invoice }) => asksCustomer(invoice, standard, today))
				? "customer"
				: "vendor",
	};
}

/** Whether an invoice that is not cleared was sent and asks for money, or for a purchase order that nobody here has to approve. */
function asksCustomer({ status, agreed, po }: GateInvoice, standard: GateStandard, today: string): boolean {
	if (status !== "open" || agreed) return false;
	if (standard === "paid" || !po?.status) return true;
	return po.status === "approved" ? isDayOver(po.expiresAt, today) : po.status !== "requested";
}

function findInvoiceProblem(invoice: GateInvoice, standard: GateStandard, today: string): string | null {
	const { number, status, po, amountDue, currency, agreed } = invoice;
	if (agreed && !(invoice.opensGate && covers({ amount: amountDue, currency }, agreed))) {
		const asks = invoice.opensGate ? `asks ${formatMoney(amountDue, currency)}` : "is taken out";
		return `invoice ${number} ${asks}, ${formatMoney(agreed.amount, agreed.currency)} were agreed, and nobody has approved that`;
	}
	const wayOut = `write a new opening invoice of at least ${formatMoney(askedBy(invoice), currency)}`;
	if (status === "refunded") return `invoice ${number} is refunded, not paid: ${wayOut}`;
	if (status === "paid") {
		return isGivenBack(invoice) ? `most of what was paid for invoice ${number} was given back: ${wayOut}` : null;
	}
	const isWaiting = status === "draft" || status === "open";
	if (standard === "paid" || !isWaiting) return `invoice ${number} is ${inWords(status)}, not paid`;
	if (po?.status !== "approved") {
		const stands = !po?.status || po.status === "none" ? "has no purchase order" : `has a ${po.status} purchase order`;
		return `invoice ${number} ${stands}, not an approved one`;
	}
	if (isDayOver(po.expiresAt, today)) {
		return `the purchase order of invoice ${number} has expired`;
	}
	if (po.approved && covers(po.approved, { amount: amountDue, currency })) return null;
	const approved = po.approved ? formatMoney(po.approved.amount, po.approved.currency) : "another amount";
	return `the purchase order of invoice ${number} is approved for ${approved}, not for ${formatMoney(amountDue, currency)}`;
}

const askedBy = ({ amountDue, credited = 0 }: GateInvoice): number => amountDue - credited;

function isGivenBack(invoice: GateInvoice): boolean {
	const amountDue = askedBy(invoice);
	const { status, money } = invoice;
	return isMoneyGivenBack({ status, amountDue, ...(money ?? { kept: amountDue, refunded: 0 }) });
}

function replaceableOf(invoice: GateInvoice, standard: GateStandard, today: string): Replaceable {
	const { currency, writtenAt, paymentAt, opensGate } = invoice;
	return {
		asked: askedBy(invoice),
		currency,
		writtenAt,
		paymentAt,
		// All of them open the one onboarding that the gate is asked for.
		opens: "",
		isGivenBack: isGivenBack(invoice),
		isCleared: opensGate && findInvoiceProblem(invoice, standard, today) === null,
	};
}

const covers = (has: Amount, asked: Amount): boolean =>
	has.currency.toLowerCase() === asked.currency.toLowerCase() && has.amount >= asked.amount;

function isCovered(invoice: GateInvoice, standard: GateStandard, today: string): boolean {
	return invoice.status !== "paid" && findInvoiceProblem(invoice, standard, today) === null;
}

function isContactNamed(
	key: "operations_lead_named" | "admin_contact_named",
	role: string,
	contact: GateContact,
): GateCondition {
	const name = contact?.name?.trim();
	const email = contact?.email?.trim();
	const problem = !name
		? `The ${role} is not named`
		: !email
			? `The ${role}, ${name}, has no e-mail address`
			: !isEmail(email)
				? `The e-mail address of the ${role}, ${name}, is not valid`
				: null;
	return {
		key,
		isMet: problem === null,
		label: `The ${role} is named`,
		detail: problem ? `${problem}.` : `The ${role} is ${name}.`,
		whoCanAct: ["admin", "ops"],
		restsWith: "vendor",
	};
}

export const contractNames: Readonly<Record<ContractType, string>> = {
	msa: "master agreement",
	order_form: "order form",
	dpa: "data processing agreement",
	support: "support contract",
};

const nameOf = (type: ContractType): string => contractNames[type];

function inWords(status: string): string {
	const words: Record<string, string> = { draft: "still a draft", sent: "sent", on_hold: "on hold" };
	return words[status] ?? status;
}

/** “a”, “a and b”, “a, b and c”. */
function joined(names: readonly string[]): string {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function sentence(parts: readonly string[]): string {
	const joined = parts.join("; ");
	return joined.charAt(0).toUpperCase() + joined.slice(1);
}
