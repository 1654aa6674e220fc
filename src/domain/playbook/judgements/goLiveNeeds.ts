import { sayDay } from "../../calendar/sayDay";
import { recordRef } from "../../recordRef";
import { normaliseEmail } from "../../settlement/normaliseEmail";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

/** What the record shows of a need, or what is missing and who can do it. */
type Need = { met: string } | { missing: string };

/** What blocks a go-live until it is there. Each is found in the record that shows it. */
export const goLiveNeedsMet: TimelessJudge = ({ facts }) => {
	const needs = [findTenant(facts), findInvited(facts), findRoleGates(facts), findAuditLog(facts), findExport(facts)];
	const missing = needs.flatMap((need) => ("missing" in need ? [need.missing] : []));
	const record = recordRef("provisioning-runs", facts.run);
	if (missing.length > 0) return lacks(`${missing.length} of 5 needs are missing: ${missing.join("; ")}.`, record);
	return holds(needs.flatMap((need) => ("met" in need ? [need.met] : [])).join(" "), record);
};

const stepOf = ({ run }: OnboardingFacts, name: string) => run?.steps.find(({ step }) => step === name);

function findTenant(facts: OnboardingFacts): Need {
	const isMade = ["create_settings", "bootstrap_product", "invite_administrator"].every(
		(name) => stepOf(facts, name)?.status === "succeeded",
	);
	return isMade
		? { met: "The tenant has its settings and first administrator." }
		: { missing: "a tenant with settings and first administrator (provisioning makes it)" };
}

/** The first administrator's own invitation shows the bootstrap; another one, that inviting and accepting works. */
function findInvited({ invites, staff, onboarding: { adminContact } }: OnboardingFacts): Need {
	const first = normaliseEmail(adminContact.email ?? "");
	const isOther = ({ email }: { email: string }) => normaliseEmail(email) !== first;
	const accepted = invites.filter((invite) => invite.status === "accepted" && isOther(invite));
	const isThere = accepted.some(({ email }) =>
		staff.some((person) => person.status === "active" && normaliseEmail(person.email) === normaliseEmail(email)),
	);
	return isThere
		? { met: "Staff were invited and have accepted." }
		: {
				missing:
					"a member of staff besides the first administrator who accepted an invitation (the administrator invites)",
			};
}

/** Of the tenant that is there: a check from before it was made says nothing of it. */
function findRoleGates(facts: OnboardingFacts): Need {
	const [made, checked] = [stepOf(facts, "bootstrap_product"), stepOf(facts, "check_access")];
	const at = checked?.status === "succeeded" ? checked.finishedAt : null;
	const isCurrent = at !== null && made?.finishedAt != null && Date.parse(at) >= Date.parse(made.finishedAt);
	return isCurrent
		? { met: `Row-level security held when access was checked on ${sayDay(at, facts.calendar.timeZone)}.` }
		: { missing: "role gates checked under row-level security (operations looks at the run)" };
}

function findAuditLog({ auditTrail }: OnboardingFacts): Need {
	if (auditTrail.staff && auditTrail.settings) {
		return { met: "The audit log has people's changes of staff and settings." };
	}
	const what = [!auditTrail.staff && "staff", !auditTrail.settings && "settings"].filter(Boolean).join(" and of ");
	return { missing: `a recorded change of ${what} (the administrator changes one, and the audit log shows it)` };
}

function findExport({ auditTrail }: OnboardingFacts): Need {
	return auditTrail.exported
		? { met: "The customer's audit record was exported." }
		: { missing: "an export of this customer's audit record (compliance or a manager exports it on the audit page)" };
}
