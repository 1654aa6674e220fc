import { dayIn, hasDayCome } from "./calendar/day";
import { checkInDates } from "./checkInDates";

/** The decision that says how long it lasts. */
export const hypercareLengthKey = "hypercare_length";

const daily = [1, 2, 3, 4, 5, 6, 7];
const weekly: Readonly<Record<string, readonly number[]>> = Object.freeze({
	two_weeks: [14],
	three_weeks: [14, 21],
	four_weeks: [14, 21, 28],
});
const longest = [14, 21, 28];

/** Days after the go-live: each of the first week, then one a week. While nobody has decided, the longest. */
export const hypercareDays = (length: string | null): number[] => [...daily, ...(weekly[length ?? ""] ?? longest)];

/** As it is called in lists. */
export const hypercareLabel = (day: number): string =>
	day <= 7 ? `Hypercare, day ${day}` : `Hypercare, week ${day / 7}`;

type Known = { id: string; day: number; dueAt: string; status: string };
export type HypercareChange = {
	/** To be planned, planned again or moved. */
	schedule: { day: number; dueAt: string }[];
	/** Ids. */
	cancel: string[];
};

/**
 * What has to change for the check-ins of hypercare to stand on the days that the go-live and the decided length ask for. What
 * was done stays; nothing is planned before the go-live has happened or when the onboarding is over.
 *
 * @param input.wentLiveAt the day of the go-live
 * @param input.now ISO 8601
 * @param input.timeZone IANA name
 */
export function planHypercare(input: {
	wentLiveAt: string | null;
	timeZone: string;
	length: string | null;
	isOver: boolean;
	known: readonly Known[];
	now: string;
}): HypercareChange {
	const { wentLiveAt, timeZone, length, isOver, known, now } = input;
	const days = !isOver && hasDayCome(wentLiveAt, dayIn(now, timeZone)) ? hypercareDays(length) : [];
	const wanted = wentLiveAt ? checkInDates(wentLiveAt, timeZone, days) : [];
	const byDay = new Map(known.map((each) => [each.day, each]));
	return {
		schedule: wanted.filter(({ day, dueAt }) => {
			const is = byDay.get(day);
			if (!is || is.status === "cancelled") return true;
			return is.status !== "done" && Date.parse(is.dueAt) !== Date.parse(dueAt);
		}),
		cancel: known
			.filter(({ day, status }) => status !== "done" && status !== "cancelled" && !days.includes(day))
			.map(({ id }) => id),
	};
}
