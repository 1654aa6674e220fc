import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";

const DAY_MS = 86_400_000;
const MOST_TICKS = 12;
/** A line of text fits between two marks. */
const steps = [1, 2, 3, 6, 12, 24];

export type TimelineScale = {
	/** Where a moment stands, from 0 to 100. */
	placeOf(moment: string): number;
	ticks: { label: string; place: number }[];
};

/** When an onboarding ends on the timeline: it went live, is expected to, or was promised. */
export const endOf = ({
	wentLiveAt,
	forecastAt,
	promisedAt,
}: Pick<PortfolioRow, "wentLiveAt" | "forecastAt" | "promisedAt">) => wentLiveAt ?? forecastAt ?? promisedAt;

/** From the first opening to the last go-live of the rows, today always within, marked at beginnings of months. */
export function timelineScale(rows: readonly PortfolioRow[], now: string): TimelineScale {
	const moments = rows
		.flatMap((row) => [row.openedAt, endOf(row), row.promisedAt])
		.filter((moment) => moment !== null)
		.map((moment) => Date.parse(moment));
	const start = Math.min(Date.parse(now), ...moments) - 3 * DAY_MS;
	const end = Math.max(Date.parse(now), ...moments) + 7 * DAY_MS;
	const placeOf = (moment: string) => clamp(((Date.parse(moment) - start) / (end - start)) * 100);
	const months = monthsBetween(start, end);
	const step = steps.find((size) => months.length / size <= MOST_TICKS) ?? 24;
	const ticks = months
		.filter((month) => monthNumber(month) % step === 0)
		.map((month) => ({ label: sayMonth(month), place: placeOf(month.toISOString()) }));
	return { placeOf, ticks };
}

const clamp = (place: number) => Math.min(100, Math.max(0, place));
const monthNumber = (month: Date) => month.getUTCFullYear() * 12 + month.getUTCMonth();

function monthsBetween(start: number, end: number): Date[] {
	const months: Date[] = [];
	const first = new Date(start);
	for (let count = 1; ; count++) {
		const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + count, 1));
		if (month.getTime() > end) return months;
		months.push(month);
	}
}

function sayMonth(month: Date): string {
	const year = month.getUTCMonth() === 0 ? ({ year: "numeric" } as const) : {};
	return new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC", ...year }).format(month);
}
