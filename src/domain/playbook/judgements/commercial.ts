import { type GateCondition, type GateConditionKey, gate } from "../../gate";
import { recordRef } from "../../recordRef";
import type { OnboardingFacts } from "../facts";
import { holds, type Judge, lacks, type TimelessJudge } from "./judge";

/** The gate's own conditions, so that a criterion and the gate never disagree. Only those asked for are looked at. */
function gateConditions(facts: OnboardingFacts, now: string, keys: readonly GateConditionKey[]): GateCondition[] {
	const { contracts, onboarding } = facts;
	const { operationsLead, adminContact } = onboarding;
	const asked = gate({
		onboarding: { status: "open", gateStandard: "paid", operationsLead, adminContact },
		contracts,
		invoices: [],
		now,
	});
	return asked.conditions.filter(({ key }) => keys.includes(key));
}

const unmetOf = (conditions: readonly GateCondition[]): string =>
	conditions
		.filter(({ isMet }) => !isMet)
		.map(({ detail }) => detail)
		.join(" ");

/** Exit criterion of phase A: contract signed. */
export const contractSigned: Judge = ({ facts, now }) => {
	const unmet = unmetOf(gateConditions(facts, now, ["order_form_signed", "contracts_signed"]));
	const signed = facts.contracts.find(
		({ type, status }) => status === "signed" && (type === "order_form" || type === "support"),
	);
	const open = facts.contracts.find(({ status }) => status !== "signed");
	return unmet
		? lacks(`${unmet} Operations has it signed.`, recordRef("contracts", open))
		: holds("Every contract is signed.", recordRef("contracts", signed));
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
export const contactsNamed: Judge = ({ facts, now }) => {
	const conditions = gateConditions(facts, now, ["operations_lead_named", "admin_contact_named"]);
	const unmet = unmetOf(conditions);
	const record = recordRef("onboardings", facts.onboarding);
	return unmet
		? lacks(`${unmet} The customer names them, operations enters them.`, record)
		: holds(conditions.map(({ detail }) => detail).join(" "), record);
};
