import { sayDay } from "../../calendar/sayDay";
import { type ContractType, contractNames, type GateCondition, type GateConditionKey } from "../../gate";
import { recordRef } from "../../recordRef";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

/** The gate's own conditions, so that a criterion and the gate never disagree. */
const conditionsOf = ({ gate }: OnboardingFacts, ...keys: readonly GateConditionKey[]): GateCondition[] =>
	gate.conditions.filter(({ key }) => keys.includes(key));

const unmetOf = (conditions: readonly GateCondition[]): string =>
	conditions
		.filter(({ isMet }) => !isMet)
		.map(({ detail }) => detail)
		.join(" ");

/** Exit criterion of phase A: contract signed. */
export const contractSigned: TimelessJudge = ({ facts }) => {
	const conditions = conditionsOf(facts, "needed_contracts_signed", "contracts_signed");
	const unmet = unmetOf(conditions);
	const signed = facts.contracts.find(({ status }) => status === "signed");
	const open = facts.contracts.find(({ status }) => status !== "signed");
	return unmet
		? lacks(`${unmet} Operations has it signed.`, recordRef("contracts", open))
		: holds(conditions.map(({ detail }) => detail).join(" "), recordRef("contracts", signed));
};

/** Exit criterion of phase A: payment gate satisfied. */
export const gateSatisfied: TimelessJudge = ({ facts: { gate: found, onboarding } }) => {
	const record = recordRef("onboardings", onboarding);
	const missing = found.missing.length > 0 ? `: ${found.missing.join("; ")}` : "";
	return found.isOpen
		? holds("The gate is open.", record)
		: lacks(`The gate is shut${missing}. Operations and finance can open it.`, record);
};

/** Exit criterion of phase A: the customer assigned operations lead and admin contact. */
export const contactsNamed: TimelessJudge = ({ facts }) => {
	const conditions = conditionsOf(facts, "operations_lead_named", "admin_contact_named");
	const unmet = unmetOf(conditions);
	const record = recordRef("onboardings", facts.onboarding);
	return unmet
		? lacks(`${unmet} The customer names them, operations enters them.`, record)
		: holds(conditions.map(({ detail }) => detail).join(" "), record);
};

const contractsOf = ({ contracts }: OnboardingFacts, type: ContractType) =>
	contracts.filter((contract) => contract.type === type);

/** The contract is in force and its signed copy is attached to its record. */
export const isContractStored =
	(type: ContractType): TimelessJudge =>
	({ facts }) => {
		const name = contractNames[type];
		const own = contractsOf(facts, type);
		const signed = own.filter(({ status }) => status === "signed");
		const stored = signed.find(({ hasCopy }) => hasCopy);
		if (stored) {
			const when = stored.signedAt ? ` on ${sayDay(stored.signedAt, facts.calendar.timeZone)}` : "";
			return holds(`The ${name} was signed${when}, and its copy is attached.`, recordRef("contracts", stored));
		}
		const [first] = signed;
		if (first) {
			const says = `The ${name} is signed, but no copy is attached. Operations attaches it to the contract.`;
			return lacks(says, recordRef("contracts", first));
		}
		const last = own.at(-1);
		return last
			? lacks(`The ${name} is ${last.status}, not signed. Operations has it signed.`, recordRef("contracts", last))
			: lacks(`There is no ${name}. Operations writes it.`);
	};

/** The support contract went to the customer; one that is signed did, too. */
export const supportContractSent: TimelessJudge = ({ facts }) => {
	const own = contractsOf(facts, "support");
	const sent = own.find(({ status }) => status === "sent" || status === "signed");
	if (sent) return holds(`The support contract is ${sent.status}.`, recordRef("contracts", sent));
	const last = own.at(-1);
	return last
		? lacks(`The support contract is ${last.status}, not sent. Operations sends it.`, recordRef("contracts", last))
		: lacks("There is no support contract. Operations writes it.");
};

/** Every invoice that opens the gate has gone to the customer, or was paid without. */
export const invoiceSent: TimelessJudge = ({ facts: { invoices, calendar } }) => {
	const asked = invoices.filter(({ opensGate, status }) => opensGate && status !== "void" && status !== "refunded");
	const unsent = asked.find(({ status, sentAt }) => status !== "paid" && (status === "draft" || sentAt === null));
	if (unsent) {
		return lacks(
			`Invoice ${unsent.number} was not sent. Finance sends it, or marks it as sent.`,
			recordRef("invoices", unsent),
		);
	}
	const said = asked.map(({ number, sentAt }) =>
		sentAt ? `Invoice ${number} was sent on ${sayDay(sentAt, calendar.timeZone)}.` : `Invoice ${number} is paid.`,
	);
	return asked.length > 0
		? holds(said.join(" "), recordRef("invoices", asked[0]))
		: lacks("There is no invoice that opens the gate. Finance writes it.");
};

/** The money is there, or the purchase order that stands for it is approved: the gate's own condition. */
export const invoiceSettled: TimelessJudge = ({ facts }) => {
	const conditions = conditionsOf(facts, "invoices_cleared");
	const unmet = unmetOf(conditions);
	const opening = facts.invoices.filter(({ opensGate, status }) => opensGate && status !== "void");
	const paid = opening.find(({ status }) => status === "paid");
	return unmet
		? lacks(
				`${unmet} The customer pays; finance records it or approves the purchase order.`,
				recordRef("invoices", opening.find(({ status }) => status !== "paid") ?? opening[0]),
			)
		: holds(conditions.map(({ detail }) => detail).join(" "), recordRef("invoices", paid ?? opening[0]));
};
