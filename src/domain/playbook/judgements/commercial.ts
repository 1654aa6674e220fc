import type { GateCondition, GateConditionKey } from "../../gate";
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
