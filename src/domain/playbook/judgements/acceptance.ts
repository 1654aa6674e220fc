import { sayDay } from "../../calendar/sayDay";
import { recordRef } from "../../recordRef";
import type { OnboardingFacts } from "../facts";
import { holds, lacks, type TimelessJudge } from "./judge";

const notSet = "No acceptance is set. Operations sets it.";
const dayOf = (at: string, { calendar }: OnboardingFacts) => sayDay(at, calendar.timeZone);
const refOf = ({ onboarding }: OnboardingFacts) => recordRef("acceptances", onboarding.acceptance);

export const acceptanceSet: TimelessJudge = ({ facts }) => {
	const { acceptance } = facts.onboarding;
	return acceptance
		? holds(`The acceptance was set to ${acceptance.colour} on ${dayOf(acceptance.setAt, facts)}.`, refOf(facts))
		: lacks(notSet);
};

/** Who has acknowledged it needs no mail to know of it. */
export const acceptanceNotified: TimelessJudge = ({ facts }) => {
	const { acceptance } = facts.onboarding;
	if (!acceptance) return lacks(notSet);
	if (acceptance.colour === "green") return holds("The acceptance is green: nobody needs to be told.", refOf(facts));
	const sent = acceptance.mails.find(({ status }) => status === "sent");
	if (sent) return holds(`The manager was told by a mail to ${sent.to}.`, recordRef("messages", sent));
	if (acceptance.acknowledgedAt) return holds("The manager has acknowledged it.", refOf(facts));
	const [mail] = acceptance.mails;
	return mail
		? lacks(`The mail to ${mail.to} is ${mail.status}. Operations tells the manager.`, recordRef("messages", mail))
		: lacks("No mail was written to a manager. Operations names one.", refOf(facts));
};

export const acceptanceAcknowledged: TimelessJudge = ({ facts }) => {
	const { acceptance } = facts.onboarding;
	if (!acceptance) return lacks(notSet);
	const { colour, setAt, acknowledgedAt } = acceptance;
	if (colour === "green") return holds("The acceptance is green: nothing is to be acknowledged.", refOf(facts));
	return acknowledgedAt
		? holds(`The manager acknowledged ${colour} on ${dayOf(acknowledgedAt, facts)}.`, refOf(facts))
		: lacks(
				`The acceptance is ${colour} since ${dayOf(setAt, facts)} and not acknowledged. A manager does it.`,
				refOf(facts),
			);
};

/** Accepted is green. Two persons may waive a yellow one; a red one counts under no circumstances (`findWaiverRefusal`). */
export const acceptanceGreen: TimelessJudge = ({ facts }) => {
	const { acceptance } = facts.onboarding;
	if (!acceptance) return lacks(notSet);
	if (acceptance.colour === "green") return holds("The acceptance is green.", refOf(facts));
	return acceptance.colour === "yellow"
		? lacks("The acceptance is yellow. It becomes green, or two persons waive it.", refOf(facts))
		: lacks(
				"The acceptance is red. It cannot be waived. The manager acts, and operations sets it again.",
				refOf(facts),
			);
};
