import { daysBetween } from "@/domain/calendar/day";
import { counted } from "@/domain/inWords";

const units: [Intl.RelativeTimeFormatUnit, number][] = [
	["year", 365.25 * 86_400_000],
	["month", 30.44 * 86_400_000],
	["week", 7 * 86_400_000],
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** “3 hours ago”, “in 2 days”, “just now”. */
export function sayRelative(moment: Date, now: number): string {
	const distance = moment.getTime() - now;
	for (const [unit, length] of units) {
		if (Math.abs(distance) >= length) return relative.format(Math.trunc(distance / length), unit);
	}
	return Math.abs(distance) < 10_000 ? "just now" : relative.format(Math.trunc(distance / 1000), "second");
}

/** “20 Nov 2026, 14:07:22 CET”, in the reader's zone. */
export function sayMoment(moment: Date): string {
	return new Intl.DateTimeFormat("en-GB", {
		day: "numeric",
		month: "short",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		timeZoneName: "short",
	}).format(moment);
}

/** “today”, “in 3 days”, “2 weeks ago”. Both are days. */
export function sayDaysAway(day: string, today: string): string {
	const days = daysBetween(today, day);
	return Math.abs(days) < 7 ? relative.format(days, "day") : sayRelative(new Date(day), Date.parse(today));
}

/** “3 days late”, “1 day early”, “on the day”: of a go-live, against what was promised. */
export function sayLateness(days: number): string {
	if (days === 0) return "on the day";
	return `${counted(Math.abs(days), "day")} ${days > 0 ? "late" : "early"}`;
}
