import type { CheckInKind } from "../../checkInStatus";
import { hasCome } from "../../elapsed";
import { counted, listed } from "../../inWords";
import { recordRef } from "../../recordRef";
import type { OnboardingFacts } from "../facts";
import { holds, type Judge, lacks, type TimelessJudge } from "./judge";

type CheckIn = OnboardingFacts["checkIns"][number];

/** Those that were planned and not called off, in the order of their days. */
const planned = ({ checkIns }: OnboardingFacts, kind: CheckInKind): CheckIn[] =>
	checkIns
		.filter((each) => each.kind === kind && each.status !== "cancelled")
		.toSorted((one, other) => one.day - other.day);

const days = (those: readonly CheckIn[]) => `day ${listed(those.map(({ day }) => String(day)))}`;
const isMissed = ({ status, dueAt }: CheckIn, now: string) =>
	status === "attention" || (status === "scheduled" && hasCome(dueAt, now));

/** Every call of the first week after provisioning was made. */
export const firstWeekDone: Judge = ({ facts, now }) => {
	const those = planned(facts, "first_week");
	const left = those.filter(({ status }) => status !== "done");
	const done = `${those.length - left.length} of ${counted(those.length, "check-in")} of the first week done.`;
	if (those.length === 0) return lacks("No check-in of the first week is planned. A provisioning run plans them.");
	const missed = left.filter((each) => isMissed(each, now));
	if (missed.length > 0) {
		return lacks(`${done} Not done: ${days(missed)}. Operations does them.`, recordRef("check-ins", missed[0]));
	}
	return left.length > 0
		? lacks(`${done} Still to come: ${days(left)}.`, recordRef("check-ins", left[0]))
		: holds(done, recordRef("check-ins", those.at(-1)));
};

/** The call of one day of the first week was made. */
export const isDayCalled =
	(day: number): Judge =>
	({ facts, now }) => {
		const those = planned(facts, "first_week").filter((each) => each.day === day);
		const call = those.find(({ status }) => status === "done") ?? those[0];
		const record = recordRef("check-ins", call);
		if (!call) return lacks(`No check-in of day ${day} is planned. A provisioning run plans it.`);
		if (call.status === "done") return holds(`The check-in of day ${day} is done.`, record);
		return isMissed(call, now)
			? lacks(`The check-in of day ${day} is not done. Operations does it.`, record)
			: lacks(`The check-in of day ${day} is still to come.`, record);
	};

/** The calls after the go-live have their days. */
export const hypercarePlanned: TimelessJudge = ({ facts }) => {
	const those = planned(facts, "hypercare");
	return those.length > 0
		? holds(`${counted(those.length, "check-in")} planned: ${days(those)}.`, recordRef("check-ins", those[0]))
		: lacks("No check-in of hypercare is planned. They are planned when the customer has gone live.");
};

/** Every call after the go-live was made, and what was said is noted: an outcome without a note does not count. */
export const hypercareComplete: Judge = ({ facts, now }) => {
	const those = planned(facts, "hypercare");
	if (those.length === 0) return hypercarePlanned({ facts });
	const left = those.filter(({ status, hasNote }) => status !== "done" || !hasNote);
	const done = `${those.length - left.length} of ${counted(those.length, "check-in")} of hypercare done, with a note.`;
	if (left.length === 0) return holds(done, recordRef("check-ins", those.at(-1)));
	const bare = left.filter(({ status }) => status === "done");
	const missed = left.filter((each) => isMissed(each, now));
	const ahead = left.filter((each) => !bare.includes(each) && !missed.includes(each));
	const says = [
		done,
		missed.length > 0 && `Not done: ${days(missed)}. Operations does them.`,
		bare.length > 0 && `Without a note: ${days(bare)}.`,
		ahead.length > 0 && `Still to come: ${days(ahead)}.`,
	];
	return lacks(says.filter(Boolean).join(" "), recordRef("check-ins", missed[0] ?? bare[0] ?? ahead[0]));
};

/** As versions published before the two kinds were told apart ask for it: of the first week, some done and none missed. */
export const checkInsDone: Judge = ({ facts, now }) => {
	const those = planned(facts, "first_week");
	const missed = those.find((each) => isMissed(each, now));
	if (missed)
		return lacks(`The check-in of day ${missed.day} is not done. Operations does it.`, recordRef("check-ins", missed));
	const done = those.filter(({ status }) => status === "done");
	return done.length > 0
		? holds(`${counted(done.length, "check-in")} done, none missed.`, recordRef("check-ins", done.at(-1)))
		: lacks("No check-in was done yet. Operations does them when they are due.");
};
