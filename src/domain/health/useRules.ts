import { endOfWeek, finishedWeeks } from "../adoption/finishedWeeks";
import { judgeWeek } from "../adoption/judgeWeek";
import { daysSince, plusDays } from "../elapsed";
import { counted } from "../inWords";
import { recordRef } from "../recordRef";
import type { HealthRule } from "./healthReason";

/** The last finished week; two in a row are red. What was low once and is well now is no reason. */
export const adoptionLow: HealthRule = ({ facts, now }) => {
	const weeks = finishedWeeks(facts.adoption, now);
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
			at: endOfWeek(last),
		},
	];
};

/** They are to be near zero after week 1. */
export const exceptionsHigh: HealthRule = ({ facts, now }) => {
	const last = finishedWeeks(facts.adoption, now).at(-1);
	if (!last || judgeWeek(last).meetsExceptions) return [];
	const value = `${counted(last.exceptions, "exception")} in ${counted(last.entries, "entry", "entries")}`;
	const says = `Week ${last.week} had ${value}. Operations looks at the permissions.`;
	return [{ level: "yellow", value, says, record: recordRef("adoption-reports", last), at: endOfWeek(last) }];
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
