import { dayIn, hasDayCome } from "../../calendar/day";
import { counted, listed } from "../../inWords";
import { openBlockersOf } from "../../pilotBlockers";
import { recordRef } from "../../recordRef";
import { holds, lacks, type TimelessJudge } from "./judge";

/** One to three shifts. */
const pilotShifts = { least: 1, most: 3 } as const;

/** Exit criterion of phase D: the pilot was run as planned, and is over. */
export const pilotCompleted: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const record = recordRef("onboardings", onboarding);
	const { shiftsPlanned, shiftsRecorded, endedAt } = onboarding.pilot;
	if (shiftsPlanned === null || shiftsPlanned < pilotShifts.least || shiftsPlanned > pilotShifts.most) {
		return lacks(
			`The pilot is not planned: one to three shifts. Operations plans it with the operations lead.`,
			record,
		);
	}
	const recorded = `${shiftsRecorded} of ${counted(shiftsPlanned, "pilot shift")}`;
	if (shiftsRecorded < shiftsPlanned) {
		return lacks(`${recorded} recorded. The operations lead runs the rest.`, record);
	}
	return hasDayCome(endedAt, calendar.today)
		? holds(`The pilot is over: ${recorded} recorded.`, record)
		: lacks(`${recorded} recorded, and the pilot has not ended. Operations enters its end.`, record);
};

/** Nothing is left unlooked at, and no blocker stands in the way. */
export const pilotIssuesTriaged: TimelessJudge = ({ facts: { pilotIssues } }) => {
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
	return holds(pilotIssues.length === 0 ? "The pilot found no issue." : "Every pilot issue is triaged.");
};

/** Exit criterion of phase D: the sponsor agreed to the date that is promised now; a moved date is agreed to again. */
export const goLiveAgreed: TimelessJudge = ({ facts: { onboarding } }) => {
	const record = recordRef("onboardings", onboarding);
	const { goLiveAt, agreedGoLiveAt } = onboarding;
	if (!goLiveAt) return lacks("There is no go-live date. Operations proposes one.", record);
	if (!agreedGoLiveAt)
		return lacks(`The sponsor has not agreed to the go-live on ${goLiveAt}. They can do it now.`, record);
	return agreedGoLiveAt === goLiveAt
		? holds(`The sponsor agreed to the go-live on ${goLiveAt}.`, record)
		: lacks(
				`The sponsor agreed to a go-live on ${agreedGoLiveAt}; it is ${goLiveAt} now. They can agree again.`,
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
	return holds(`The customer went live on ${wentLiveAt}, ${announced}.`, record);
};

/** The people it names were written to, by the act that sends it. */
export const goLiveAnnouncement: TimelessJudge = ({ facts: { onboarding, calendar } }) => {
	const record = recordRef("onboardings", onboarding);
	const { announcedAt, announcedTo } = onboarding;
	return announcedAt
		? holds(
				`Announced on ${dayIn(announcedAt, calendar.timeZone)} to ${counted(announcedTo, "person", "people")}.`,
				record,
			)
		: lacks("The go-live is not announced. Operations sends the announcement from the onboarding's page.", record);
};

/** The support escalation path is known. */
export const supportPathKnown: TimelessJudge = ({ facts: { onboarding } }) => {
	const record = recordRef("onboardings", onboarding);
	const { escalationContacts } = onboarding;
	return escalationContacts > 0
		? holds(`${counted(escalationContacts, "person", "people")} named for help during the first live shifts.`, record)
		: lacks("Nobody is named for help during the first live shifts. Operations names them.", record);
};
