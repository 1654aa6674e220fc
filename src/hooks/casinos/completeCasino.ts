import type { CollectionBeforeValidateHook } from "payload";
import { readTimeZone } from "@/domain/calendar/timeZone";
import { chooseSlug } from "@/operations/casinos/chooseSlug";

/** A casino without a slug gets one from its name; its time zone is written as it is known. */
export const completeCasino: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	if (!data) return data;
	const zone = typeof data.timezone === "string" ? readTimeZone(data.timezone) : null;
	const completed = zone === null ? data : { ...data, timezone: zone };
	if (completed.slug || originalDoc?.slug || typeof completed.name !== "string") return completed;
	return { ...completed, slug: await chooseSlug({ req, name: completed.name }) };
};
