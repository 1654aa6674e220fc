import { wallClockIn } from "@/domain/calendar/wallClockIn";

/** The day of the calendar that a moment falls on in a zone: 2026-11-20. */
export const dayIn = (at: string, timeZone: string): string =>
	new Date(wallClockIn(timeZone).read(Date.parse(at))).toISOString().slice(0, 10);
