import { hasCome } from "../../elapsed";
import { counted, listed, spelled } from "../../inWords";
import { recordRef } from "../../recordRef";
import { normaliseEmail } from "../../settlement/normaliseEmail";
import type { OnboardingFacts } from "../facts";
import { holds, type Judge, lacks } from "./judge";

/** The roles that are trained, each in a topic of its own. */
const trainedRoles = ["pit_boss", "casino_admin", "compliance_lead", "cashier"] as const;
type TrainedRole = (typeof trainedRoles)[number];

/** Without an id they are not on the roster: nobody can mark that they came. */
type Person = { id: string | null; name: string; role: TrainedRole };

/** Everybody whose role is trained: the roster, and compliance leads by their account. Who left needs no training. */
function findPeople({ staff, complianceLeads }: OnboardingFacts, role: TrainedRole): Person[] {
	const rostered = staff.filter((one) => one.role === role && one.status !== "disabled");
	const known = new Set(staff.map(({ email }) => normaliseEmail(email)));
	const others = role === "compliance_lead" ? complianceLeads : [];
	return [
		...rostered.map(({ id, name, email }) => ({ id, name: name || email, role })),
		...others
			.filter(({ email }) => !known.has(normaliseEmail(email)))
			.map(({ name, email }) => ({ id: null, name: name || email, role })),
	];
}

/** A session counts for who came to it, once it was held, in the topic of their own role. */
function findTrained({ training }: OnboardingFacts, role: TrainedRole, now: string): Set<string> {
	return new Set(
		training
			.filter((session) => session.role === role && session.status === "held")
			.filter(({ at }) => at === null || hasCome(at, now))
			.flatMap(({ attended }) => attended),
	);
}

function judgePeople(facts: OnboardingFacts, people: readonly Person[], now: string) {
	const missing = people.filter(({ id, role }) => id === null || !findTrained(facts, role, now).has(id));
	const session = facts.training.find(({ role }) => missing.some((one) => one.role === role));
	if (missing.length === 0) {
		const roles = listed([...new Set(people.map(({ role }) => spelled(role)))]);
		const held = facts.training.find(({ role, attended }) => role === people[0]?.role && attended.length > 0);
		return holds(
			`${counted(people.length, "person", "people")} trained, everybody in scope: ${roles}.`,
			recordRef("training-sessions", held),
		);
	}
	const named = missing.map(
		({ id, name, role }) => `${name} (${spelled(role)}${id === null ? ", not on the roster" : ""})`,
	);
	const count = `${people.length - missing.length} of ${counted(people.length, "person", "people")} trained`;
	return lacks(
		`${count}. Not trained yet: ${listed(named)}. Operations holds the sessions and marks who came.`,
		recordRef("training-sessions", session),
	);
}

const isTrained =
	(role: TrainedRole): Judge =>
	({ facts, now }) => {
		const people = findPeople(facts, role);
		return people.length > 0
			? judgePeople(facts, people, now)
			: lacks(`Nobody is ${spelled(role)} on the roster yet. The administrator invites them.`);
	};

export const pitBossesTrained = isTrained("pit_boss");
export const cashiersTrained = isTrained("cashier");
export const administratorsTrained = isTrained("casino_admin");
export const complianceTrained = isTrained("compliance_lead");

/**
 * Everybody of every role in scope. Cashiers are in scope as it was decided; where the playbook does not ask, if there are any.
 * A role that nobody holds needs no training: whether it must be held is the roster's matter.
 */
export const trainingAttended: Judge = ({ facts, now }) => {
	const { cashiersInScope } = facts.onboarding;
	const areCashiersIn = cashiersInScope === "yes" || cashiersInScope === null;
	const roles = trainedRoles.filter((role) => role !== "cashier" || areCashiersIn);
	const people = roles.flatMap((role) => findPeople(facts, role));
	if (people.length === 0) return lacks("Nobody to train is on the roster. The administrator invites the staff.");
	const found = judgePeople(facts, people, now);
	return cashiersInScope === "undecided" && found.holds
		? lacks("Whether cashiers work with the product is not decided. The operations lead decides it.", found.record)
		: found;
};
