import { counted, listed, spelled } from "../../inWords";
import { hasRoleInProduct } from "../../productRoles";
import { recordRef } from "../../recordRef";
import { normaliseEmail } from "../../settlement/normaliseEmail";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

type Staff = OnboardingFacts["staff"][number];
type Invite = OnboardingFacts["invites"][number];

const isActive = ({ status }: Staff) => status === "active";
const isAccepted = ({ status }: Invite) => status === "accepted";
const isSamePerson = (one: { email: string }, other: { email: string }) =>
	normaliseEmail(one.email) === normaliseEmail(other.email);

/** An invitation that ran out while another to the same address was accepted is nobody's matter any more. */
export const invitesAccepted: TimelessJudge = ({ facts: { invites } }) => {
	const accepted = invites.filter(isAccepted);
	const outstanding = invites.filter(
		(invite) =>
			(invite.status === "pending" || invite.status === "expired") &&
			!accepted.some((other) => isSamePerson(other, invite)),
	);
	if (outstanding.length > 0) {
		const waits = `${counted(outstanding.length, "invitation")} not accepted yet`;
		return lacks(
			`${waits}: ${listed(outstanding.map(({ email }) => email))}. They accept; operations can mint fresh links.`,
			recordRef("staff-invites", outstanding[0]),
		);
	}
	return accepted.length > 0
		? holds("Every invitation is accepted.", recordRef("staff-invites", accepted[0]))
		: lacks("Nobody has accepted an invitation. The administrator invites the staff.");
};

/** Roles that the floor cannot run without. Cashiers count where they were decided to be in scope. */
const neededRoles = ({ cashiersInScope }: OnboardingFacts["onboarding"]) => [
	"casino_admin",
	"pit_boss",
	...(cashiersInScope === "yes" ? ["cashier"] : []),
];

/** Needed roles that nobody active has. */
export const findVacantRoles = ({ staff, onboarding }: Pick<OnboardingFacts, "staff" | "onboarding">): string[] =>
	neededRoles(onboarding).filter((role) => !staff.some((person) => isActive(person) && person.role === role));

/** Every needed role has somebody on the roster, and whoever has not come yet has an open invitation. */
export const staffInvited: TimelessJudge = ({ facts: { staff, invites, onboarding } }) => {
	const listedStaff = staff.filter(({ status }) => status !== "disabled");
	const missing = neededRoles(onboarding).filter((role) => !listedStaff.some((person) => person.role === role));
	if (missing.length > 0) {
		return lacks(`Nobody is on the roster as ${listed(missing.map(spelled))}. The administrator enters them.`);
	}
	const open = invites.filter(({ status }) => status === "pending" || status === "accepted");
	const uninvited = listedStaff.filter(
		(person) => !isActive(person) && !open.some((invite) => isSamePerson(invite, person)),
	);
	const named = listed(uninvited.map(({ email }) => email));
	return uninvited.length > 0
		? lacks(`Without an open invitation: ${named}. The administrator invites them.`, recordRef("staff", uninvited[0]))
		: holds(
				`${counted(listedStaff.length, "person", "people")} on the roster, each invited.`,
				recordRef("staff", listedStaff[0]),
			);
};

/** The needed roles are held, and whoever accepted an invitation works there, or did: a disabled person has left. */
export const rosterComplete: TimelessJudge = ({ facts }) => {
	const { staff, invites } = facts;
	const active = staff.filter(isActive);
	const vacant = findVacantRoles(facts);
	if (vacant.length > 0) {
		return lacks(`Nobody is active as ${listed(vacant.map(spelled))}. The administrator invites them.`);
	}
	const settled = staff.filter(({ status }) => status !== "invited");
	const unbound = invites
		.filter(isAccepted)
		.filter((invite) => !settled.some((person) => isSamePerson(person, invite)));
	return unbound.length === 0
		? holds(`The roster is complete: ${counted(active.length, "person", "people")} active.`)
		: lacks(
				`Accepted, but not active on the roster: ${listed(unbound.map(({ email }) => email))}. The administrator activates them.`,
				recordRef("staff-invites", unbound[0]),
			);
};

/** Exit criterion of phase C: permissions match role responsibilities. */
export const rolesMatch: TimelessJudge = ({ facts: { staff } }) => {
	const active = staff.filter(isActive);
	const wrong = active.filter((person) => !hasRoleInProduct(person));
	if (active.length === 0) return lacks("Nobody is active on the roster. The administrator invites the staff.");
	if (wrong.length === 0) return holds("Everybody has in the product the role they have on the roster.");
	const stands = wrong.map(({ email, role, productRole }) => {
		const known = productRole ? `is ${spelled(productRole)} in the product` : "is not known to the product";
		return `${email} (${spelled(role)}) ${known}`;
	});
	return lacks(`Roles differ: ${listed(stands)}. The administrator corrects them.`, recordRef("staff", wrong[0]));
};
