import { listed } from "../inWords";
import { type Weekday, weekdays } from "../workingHours";

/** Hours of a day on the casino's clock: one that ends no later than it begins ends on the next day. No days: every day. */
export type AgreedShift = { name: string; starts: string; ends: string; days: readonly Weekday[] };

type Place = { id: string; name: string };

/** Where and when the customer agreed to use the product. Ids are ours. */
export type AgreedScope = {
	areas: readonly Place[];
	/** Besides those of the areas. */
	tables: readonly Place[];
	shifts: readonly AgreedShift[];
};

/** Both as they are written down: what the pilot leaves empty is the go-live's. */
export type WrittenScopes = { goLive: AgreedScope; pilot: AgreedScope };

/** What was agreed for the go-live or the pilot; null while places or shifts are missing: then nothing can be measured. */
export function findAgreedScope(written: WrittenScopes, of: keyof WrittenScopes): AgreedScope | null {
	const { goLive, pilot } = written;
	const isPlaced = ({ areas, tables }: AgreedScope) => areas.length + tables.length > 0;
	const { areas, tables } = of === "pilot" && isPlaced(pilot) ? pilot : goLive;
	const shifts = of === "pilot" && pilot.shifts.length > 0 ? pilot.shifts : goLive.shifts;
	const scope = { areas, tables, shifts };
	return isPlaced(scope) && shifts.length > 0 ? scope : null;
}

/** What is missing before a scope is agreed, in words for “no scope agreed yet: …”. */
export function findScopeGap(written: WrittenScopes, of: keyof WrittenScopes): string | null {
	if (findAgreedScope(written, of)) return null;
	const { areas, tables, shifts } = written.goLive;
	const own = of === "pilot" ? written.pilot : written.goLive;
	const missing = [
		areas.length + tables.length + own.areas.length + own.tables.length === 0 && "the areas or tables",
		shifts.length + own.shifts.length === 0 && "the shifts",
	].filter((problem) => problem !== false);
	return listed(missing);
}

const daysOf = ({ days }: Pick<AgreedShift, "days">) => (days.length > 0 ? days : weekdays);

/** How many shifts a whole week has in it. */
export function countWeeklyShifts({ shifts }: AgreedScope): number {
	return shifts.reduce((sum, shift) => sum + daysOf(shift).length, 0);
}

/** “Main pit and BJ-4; Day 06:00–14:00, Night 22:00–06:00 on Friday and Saturday.” without the full stop. */
export function formatScope({ areas, tables, shifts }: AgreedScope): string {
	const places = listed([...areas, ...tables].map(({ name }) => name));
	const hours = shifts.map(({ name, starts, ends, days }) => {
		const on = days.length > 0 && days.length < weekdays.length ? ` on ${listed(days.map(capitalised))}` : "";
		return `${name} ${starts}–${ends}${on}`;
	});
	return `${places}; ${hours.join(", ")}`;
}

const capitalised = (day: string) => day.charAt(0).toUpperCase() + day.slice(1);

/**
 * The first problem of a list of shifts, as a form or a request gives it; null when there is none. Shifts may overlap, as they do
 * where one hands over to the next.
 */
export function findShiftProblem(shifts: readonly Partial<AgreedShift>[]): string | null {
	for (const [index, shift] of shifts.entries()) {
		const earlier = shifts.slice(0, index);
		const name = normalised(shift.name);
		if (name && earlier.some((other) => normalised(other.name) === name)) {
			return `Two shifts are called “${shift.name}”. Give each a name of its own.`;
		}
		if (earlier.some((other) => isSameShift(other, shift))) {
			return `Shift ${index + 1} has the hours of another one on the same day.`;
		}
	}
	return null;
}

const normalised = (name: string | undefined) => name?.trim().toLowerCase();

function isSameShift(one: Partial<AgreedShift>, other: Partial<AgreedShift>): boolean {
	if (!one.starts || one.starts !== other.starts || one.ends !== other.ends) return false;
	const days = daysOf({ days: one.days ?? [] });
	return daysOf({ days: other.days ?? [] }).some((day) => days.includes(day));
}
