import { daysBetween, endOfDay, plusDays } from "../calendar/day";
import { sayDay } from "../calendar/sayDay";
import { daysSince, hasCome, plusDays as plusTime } from "../elapsed";
import { counted } from "../inWords";
import { openBlockersOf } from "../pilotBlockers";
import type { OnboardingFacts } from "../playbook/facts";
import { recordRef } from "../recordRef";
import { unacknowledgedKinds } from "./acknowledgement";
import type { Finding, HealthRule } from "./healthReason";

export const runFailed: HealthRule = ({ facts: { run } }) => {
	if (run?.status !== "failed") return [];
	const says = "Provisioning failed. Operations can look at the run and retry it.";
	return [{ level: "red", value: "failed", says, record: recordRef("provisioning-runs", run), at: run.finishedAt }];
};

type Overdue = OnboardingFacts["items"]["overdue"][number];

const oldestFirst = ({ items }: OnboardingFacts, owner: Overdue["owner"]): Overdue[] =>
	items.overdue
		.filter((item) => item.owner === owner)
		.sort((one, other) => daysBetween(other.dueAt, one.dueAt) || one.id.localeCompare(other.id));

const sayOverdue = (items: readonly Overdue[], oldest: Overdue, whose: string) =>
	`${counted(items.length, `${whose} item`)} overdue, the oldest “${oldest.title}” since ${sayDay(oldest.dueAt)}.`;

/** Our own: red when one is more than three days late, or five are. */
const daysTooLate = 3;
const tooMany = 5;

export const ourItemsOverdue: HealthRule = ({ facts }) => {
	const { today, timeZone } = facts.calendar;
	const items = oldestFirst(facts, "vendor");
	const [oldest] = items;
	if (!oldest) return [];
	const found = {
		value: `${items.length} overdue`,
		says: sayOverdue(items, oldest, "vendor"),
		record: recordRef("checklist-items", oldest),
	};
	const turnedRed = [
		...(daysBetween(oldest.dueAt, today) > daysTooLate ? [plusDays(oldest.dueAt, daysTooLate)] : []),
		...items.slice(tooMany - 1, tooMany).map(({ dueAt }) => dueAt),
	].sort();
	return turnedRed[0]
		? [{ ...found, level: "red", at: endOfDay(turnedRed[0], timeZone) }]
		: [{ ...found, level: "yellow", at: endOfDay(oldest.dueAt, timeZone) }];
};

export const customerItemsOverdue: HealthRule = ({ facts }) => {
	const items = oldestFirst(facts, "customer");
	const [oldest] = items;
	if (!oldest) return [];
	const says = sayOverdue(items, oldest, "customer");
	const record = recordRef("checklist-items", oldest);
	const at = endOfDay(oldest.dueAt, facts.calendar.timeZone);
	return [{ level: "yellow", value: `${items.length} overdue`, says, record, at }];
};

/** Days. */
const graceOfForecast = 7;

/** The forecast is never before today (`advancePlan`). */
export const forecastLate: HealthRule = ({ facts: { onboarding }, forecastAt }) => {
	const { goLiveAt, wentLiveAt } = onboarding;
	if (!goLiveAt || !forecastAt || wentLiveAt) return [];
	const late = daysBetween(goLiveAt, forecastAt);
	if (late <= 0) return [];
	const value = counted(late, "day");
	return [
		{
			level: late > graceOfForecast ? "red" : "yellow",
			value,
			says: `The go-live is forecast for ${sayDay(forecastAt)}, ${value} after the promised ${sayDay(goLiveAt)}.`,
			record: recordRef("onboardings", onboarding),
			at: null,
		},
	];
};

export const pilotBlocker: HealthRule = ({ facts: { pilotIssues } }) =>
	openBlockersOf(pilotIssues).map((issue) => ({
		level: "red",
		value: issue.status,
		says: `The pilot is blocked: “${issue.title}”. Its owner fixes it.`,
		record: recordRef("pilot-issues", issue),
		at: issue.foundAt,
	}));

export const highRisk: HealthRule = ({ facts: { risks } }) =>
	risks
		.filter(({ severity, kind }) => severity === "high" && !unacknowledgedKinds.includes(kind))
		.map((risk) => ({
			level: "red",
			value: "high",
			says: `A high risk is open: “${risk.title}”. Operations resolves it.`,
			record: recordRef("risks", risk),
			at: risk.openedAt,
		}));

/** Days. */
const longestWait = 5;

export const waitingLong: HealthRule = ({ facts: { waits }, now }) =>
	waits.flatMap((wait): Finding[] => {
		const days = daysSince(wait.since, now);
		if (days <= longestWait || hasCome(wait.until, now)) return [];
		const value = counted(Math.floor(days), "day");
		const whom = wait.on === "third_party" ? "a third party" : wait.on === "us" ? "us" : "the customer";
		const says = `Waiting on ${whom} for ${value}: ${wait.what}.`;
		const record = recordRef("waits", wait);
		return [{ level: "yellow", value, says, record, at: plusTime(wait.since, longestWait) }];
	});

/** The contract's own colour: acknowledged, it is still what it is. */
export const acceptance: HealthRule = ({ facts: { onboarding } }) => {
	const found = onboarding.acceptance;
	if (!found || found.colour === "green") return [];
	const seen = found.acknowledgedAt ? "acknowledged" : "not acknowledged yet; a manager can do that";
	const says = `The acceptance is ${found.colour}, ${seen}.`;
	return [{ level: found.colour, value: found.colour, says, record: recordRef("acceptances", found), at: found.setAt }];
};
