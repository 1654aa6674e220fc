import { endOfWeek, finishedWeeks } from "../adoption/finishedWeeks";
import { judgeWeek } from "../adoption/judgeWeek";
import { startOfDay } from "../calendar/day";
import { daysSince, plusDays } from "../elapsed";
import { counted } from "../inWords";
import { recordRef } from "../recordRef";
import type { HealthRule } from "./healthReason";

/** The last finished week; two in a row are red. What was low once and is well now is no reason. */
export const adoptionLow: HealthRule = ({ facts }) => {
	const { today, timeZone } = facts.calendar;
	const weeks = finishedWeeks(facts.adoption, today);
	const last = weeks.at(-1);
	const before = weeks.at(-2);
	if (!last || judgeWeek(last).meetsShare) return [];
	const isSecond = before?.week === last.week - 1 && !judgeWeek(before).meetsShare;
	const { percent, says } = judgeWeek(last);
	return [
		{
			level: isSecond ? "red" : "yellow",
			value: percent === null ? "no scope agreed" : `${percent} %`,
			says: isSecond ? `${judgeWeek(before).says} ${says}` : says,
			record: recordRef("adoption-reports", last),
			at: startOfDay(endOfWeek(last), timeZone),
		},
	];
};

/** They are to be near zero after week 1. */
export const exceptionsHigh: HealthRule = ({ facts }) => {
	const { today, timeZone } = facts.calendar;
	const last = finishedWeeks(facts.adoption, today).at(-1);
	if (!last || judgeWeek(last).meetsExceptions) return [];
	const value = `${counted(last.exceptions, "exception")} in ${counted(last.entries, "entry", "entries")}`;
	const says = `Week ${last.week} had ${value}. Operations looks at the permissions.`;
	const at = startOfDay(endOfWeek(last), timeZone);
	return [{ level: "yellow", value, says, record: recordRef("adoption-reports", last), at }];
};

/** Days from the end of the run. */
const daysToSignIn = 3;

export const administratorAbsent: HealthRule = ({ facts: { run, staff }, now }) => {
	if (run?.status !== "succeeded" || !run.finishedAt) return [];
	const days = daysSince(run.finishedAt, now);
	const administrators = staff
		.filter(({ role, status }) => role === "casino_admin" && status !== "disabled")
		.sort((one, other) => one.id.localeCompare(other.id));
	if (days <= daysToSignIn || administrators.some(({ lastSignInAt }) => lastSignInAt !== null)) return [];
	const value = counted(Math.floor(days), "day");
	return [
		{
			level: "yellow",
			value,
			says: `The administrator has not signed in for ${value} since provisioning. Operations can call them.`,
			record: recordRef("staff", administrators[0]) ?? recordRef("provisioning-runs", run),
			at: plusDays(run.finishedAt, daysToSignIn),
		},
	];
};
