import { dayIn, hasDayCome } from "@/domain/calendar/day";
import { type GateConditionKey, type GateInput, gate } from "@/domain/gate";
import type { Casino360, Milestone } from "./casino360Facts";

type Facts = Pick<Casino360, "casino" | "onboarding" | "productSince">;

/**
 * What an onboarding has behind it, from its opening to the go-live. Contracts and invoices are done when the gate says so, and the
 * go-live on the day that it happened: a planned day is no go-live.
 *
 * @param input.gateInput what the gate looks at; null without an onboarding
 */
export function findMilestones(input: { facts: Facts; gateInput: GateInput | null; now: string }): Milestone[] {
	const { facts, gateInput, now } = input;
	const { onboarding, casino, productSince } = facts;
	if (!onboarding || !gateInput) return [];
	const { run, gateOpenedAt, firstSignInAt, wentLiveAt, promisedAt } = onboarding;
	const asksPayment = gateInput.onboarding.gateStandard === "paid";
	const isLive = casino.status === "live" || casino.status === "suspended";
	const isRunDone = run?.status === "succeeded";
	const isPastGoLive = hasDayCome(wentLiveAt, dayIn(now, casino.timezone));
	return [
		{ name: "Opened", at: onboarding.createdAt, isDone: true },
		{ name: "Contracts signed", ...findMet(gateInput, contractConditions, onboarding.contractsSignedAt) },
		{
			name: asksPayment ? "Invoice paid" : "Invoice paid or PO approved",
			...findMet(gateInput, ["invoices_cleared"], onboarding.invoicesPaidAt),
		},
		{ name: "Gate opened", at: gateOpenedAt, isDone: gateOpenedAt !== null },
		{ name: "Tenant live", at: isLive ? ((isRunDone ? run.finishedAt : null) ?? productSince) : null, isDone: isLive },
		{ name: "Administrator signed in", at: firstSignInAt, isDone: firstSignInAt !== null },
		{ name: "Go-live", at: wentLiveAt, isDone: isPastGoLive, plannedFor: wentLiveAt ? null : promisedAt },
	];
}

const contractConditions: readonly GateConditionKey[] = ["needed_contracts_signed", "contracts_signed"];

/** Whether these conditions of the gate are met, and since when; else what the gate misses. */
function findMet(input: GateInput, keys: readonly GateConditionKey[], at: string | null): Omit<Milestone, "name"> {
	const unmet = gate(input).conditions.filter(({ key, isMet }) => keys.includes(key) && !isMet);
	return unmet.length === 0
		? { at, isDone: true }
		: { at: null, isDone: false, missing: unmet.map(({ detail }) => detail).join(" ") };
}
