import type { CollectionBeforeValidateHook } from "payload";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A report is named for its week, and when that began. */
export const titleWeek: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
	if (!data) return data;
	const week: unknown = data.week ?? originalDoc?.week;
	const begins = new Date(String(data.startsOn ?? originalDoc?.startsOn));
	if (typeof week !== "number" || Number.isNaN(begins.getTime())) return data;
	return { ...data, title: `Week ${week}, from ${day.format(begins)}` };
};
