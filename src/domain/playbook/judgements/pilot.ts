import { findAgreedScope, findScopeGap, formatScope, type WrittenScopes } from "../../adoption/agreedScope";
import { hasDayCome } from "../../calendar/day";
import { sayDay } from "../../calendar/sayDay";
import { counted, listed } from "../../inWords";
import { openBlockersOf } from "../../pilotBlockers";
import { recordRef } from "../../recordRef";
import type { Judgement } from "../criteria";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

/** One to three shifts. */
const pilotShifts = { least: 1, most: 3 } as const;

const whose = { goLive: "No scope agreed yet", pilot: "No pilot scope agreed yet" } as const;

const isScopeAgreed =
	(of: keyof WrittenScopes) =>
	({ facts: { onboarding } }: { facts: Pick<OnboardingFacts, "onboarding"> }): Judgement => {
		const record = recordRef("onboardings", onboarding);
		const scope = findAgreedScope(onboarding.scopes, of);
		return scope
			? holds(`Agreed: ${formatScope(scope)}.`, record)
			: lacks(
					`${whose[of]}: ${findScopeGap(onboarding.scopes, of)} missing. Operations agrees it with the operations lead.`,
					record,
				);
	};

/** Where and in which shifts the product is used from the go-live on. */
export const scopeAgreed = isScopeAgreed("goLive");
export const pilotScopeAgreed = isScopeAgreed("pilot");

/**
 * Exit criterion of phase D: the planned shifts stand in the product's records, in the agreed areas and within the pilot's days,
 * and the pilot is over. Nobody's own count counts, nor one of another scope or other days.
 */
export const pilotCompleted: TimelessJudge = ({ facts }) => {
	const { onboarding, pilotUse } = facts;
	const { pilot, scopes } = onboarding;
	const record = recordRef("adoption-reports", pilotUse) ?? recordRef("onboardings", onboarding);
	const { shiftsPlanned, startsAt, endedAt } = pilot;
	if (shiftsPlanned === null || shiftsPlanned < pilotShifts.least || shiftsPlanned > pilotShifts.most || !startsAt) {
		return lacks(
			`The pilot is not planned: its days, and one to three shifts. Operations plans it with the operations lead.`,
			record,
		);
	}
	const scope = findAgreedScope(scopes, "pilot");
	if (!scope) return pilotScopeAgreed({ facts: { onboarding } });
	if (!pilotUse)
		return lacks("The pilot has not been read from the product yet. That happens every 15 minutes.", record);
	if (pilotUse.scope !== formatScope(scope) || pilotUse.startsOn !== startsAt) {
		return lacks("Scope or days of the pilot were changed since it was read. Operations reads it again.", record);
	}
	const { shiftsRecorded, shiftsInScope, entries } = pilotUse;
	const recorded = `${shiftsRecorded} of ${counted(shiftsPlanned, "planned pilot shift")} recorded in the product (${shiftsInScope} in scope, ${counted(entries, "entry", "entries")})`;
	if (shiftsRecorded < shiftsPlanned) {
		return lacks(`${recorded}. The operations lead runs the rest.`, record);
	}
	return hasDayCome(endedAt, facts.calendar.today)
		? holds(`The pilot is over: ${recorded}.`, record)
		: lacks(`${recorded}, and the pilot has not ended. Operations enters its end.`, record);
};

/** Nothing is left unlooked at, no blocker stands in the way, and the pilot whose log it is was run. */
export const pilotIssuesTriaged: TimelessJudge = ({ facts }) => {
	const { pilotIssues } = facts;
	const untriaged = pilotIssues.filter(({ status }) => status === "open");
	if (untriaged.length > 0) {
		const named = listed(untriaged.map(({ title }) => `“${title}”`));
		return lacks(`Not triaged: ${named}. Operations triages them.`, recordRef("pilot-issues", untriaged[0]));
	}
	const blockers = openBlockersOf(pilotIssues);
	if (blockers.length > 0) {
		const named = listed(blockers.map(({ title }) => `“${title}”`));
		return lacks(`Blockers not fixed: ${named}. Their owners fix them.`, recordRef("pilot-issues", blockers[0]));
	}
	const logged =
		pilotIssues.length === 0 ? "No issue was logged" : `${counted(pilotIssues.length, "issue")} logged, each triaged`;
	const pilot = pilotCompleted({ facts });
	return pilot.holds
		? holds(`${logged}, in a pilot that is over.`, recordRef("pilot-issues", pilotIssues[0]))
		: lacks(`${logged} so far. ${pilot.says}`, pilot.record);
};

/** The log is triaged, and what was put off to the roadmap stands there. */
export const issuesInRoadmap: TimelessJudge = ({ facts }) => {
	const triaged = pilotIssuesTriaged({ facts });
	if (!triaged.holds) return triaged;
	const deferred = facts.pilotIssues.filter(({ isForRoadmap }) => isForRoadmap);
	const unlinked = deferred.filter(({ roadmapLink }) => !roadmapLink?.trim());
	if (unlinked.length > 0) {
		const named = listed(unlinked.map(({ title }) => `“${title}”`));
		const says = `Put off to the roadmap, without a link: ${named}. Operations enters it on the issue.`;
		return lacks(says, recordRef("pilot-issues", unlinked[0]));
	}
	return deferred.length > 0
		? holds(
				`${counted(deferred.length, "issue")} in the roadmap, each with its link.`,
				recordRef("pilot-issues", deferred[0]),
			)
		: holds("No issue was put off to the roadmap.", triaged.record);
};

/** Exit criterion of phase D: the sponsor agreed to the date that is promised now; a moved date is agreed to again. */
export const goLiveAgreed: TimelessJudge = ({ facts: { onboarding } }) => {
	const record = recordRef("onboardings", onboarding);
	const { goLiveAt, agreedGoLiveAt } = onboarding;
	if (!goLiveAt) return lacks("There is no go-live date. Operations proposes one.", record);
	if (!agreedGoLiveAt)
		return lacks(`The sponsor has not agreed to the go-live on ${sayDay(goLiveAt)}. They can do it now.`, record);
	return agreedGoLiveAt === goLiveAt
		? holds(`The sponsor agreed to the go-live on ${sayDay(goLiveAt)}.`, record)
		: lacks(
				`The sponsor agreed to a go-live on ${sayDay(agreedGoLiveAt)}; it is ${sayDay(goLiveAt)} now. They can agree again.`,
				record,
			);
};

export const goLiveDone: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const record = recordRef("onboardings", onboarding);
	const { wentLiveAt, announcedAt } = onboarding;
	if (!wentLiveAt || !hasDayCome(wentLiveAt, calendar.today)) {
		return lacks("The customer is not live yet. Operations records the go-live when it has happened.", record);
	}
	const announced = announcedAt ? "announced" : "never announced";
	return holds(`The customer went live on ${sayDay(wentLiveAt)}, ${announced}.`, record);
};

/** The people it names were written to, by the act that sends it. */
export const goLiveAnnouncement: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const record = recordRef("onboardings", onboarding);
	const { announcedAt, announcedTo, announcedHeld } = onboarding;
	const held =
		announcedHeld > 0 ? ` ${counted(announcedHeld, "mail is", "mails are")} held, for there is no mail server.` : "";
	return announcedAt
		? holds(
				`Announced on ${sayDay(announcedAt, calendar.timeZone)} to ${counted(announcedTo, "person", "people")}.${held}`,
				record,
			)
		: lacks("The go-live is not announced. Operations sends the announcement from the onboarding's page.", record);
};

/** The window in which nobody changes the configuration has its beginning and its end. */
export const freezePlanned: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const record = recordRef("onboardings", onboarding);
	const { from, until } = onboarding.freeze;
	if (!from || !until) return lacks("No freeze is planned. Operations sets its window on the onboarding.", record);
	const { timeZone } = calendar;
	return holds(`Settings are frozen from ${sayDay(from, timeZone)} to ${sayDay(until, timeZone)}.`, record);
};

/** The support escalation path is known. */
export const supportPathKnown: TimelessJudge = ({ facts: { onboarding } }) => {
	const record = recordRef("onboardings", onboarding);
	const { escalationContacts } = onboarding;
	return escalationContacts > 0
		? holds(`${counted(escalationContacts, "person", "people")} named for help during the first live shifts.`, record)
		: lacks("Nobody is named for help during the first live shifts. Operations names them.", record);
};
