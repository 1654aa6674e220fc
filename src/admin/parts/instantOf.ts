import { wallClockIn } from "@/domain/calendar/wallClockIn";

/** When the clocks of a zone show this: `2026-11-20T14:00`, as a field of a form gives it. */
export const instantOf = (wall: string, timeZone: string): string =>
	new Date(wallClockIn(timeZone).instantOf(Date.parse(`${wall}Z`))).toISOString();
