import type { CollectionBeforeValidateHook } from "payload";
import { parseDay } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";

/** A report is named for its week, and when that began. */
export const titleWeek: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
	if (!data) return data;
	const week: unknown = data.week ?? originalDoc?.week;
	const begins = parseDay(data.startsOn ?? originalDoc?.startsOn);
	return typeof week === "number" && begins ? { ...data, title: `Week ${week}, from ${sayDay(begins)}` } : data;
};
