import { z } from "zod";

/** A name or phrase somebody typed: any length, any script, but not nothing. */
export const words = z.string().trim().min(1, "must not be empty");

export const optionalWords = z
	.string()
	.trim()
	.nullish()
	.transform((value) => value || null);

/** An address to open in a browser; anything but http(s) would make a link dangerous. */
export const webAddress = z.url({ protocol: /^https?$/, message: "must be an http(s) address" });

/** ISO 8601 with a zone. */
export const moment = z.iso.datetime({ offset: true, message: "must be an ISO 8601 time with a zone" });

/** IANA zone in which times are shown; UTC where none is known. */
export const timezone = z
	.string()
	.nullish()
	.transform((value) => value || "UTC")
	.refine(isTimezone, "must be an IANA time zone");

/** A person to ask. */
export const contact = z.object({ name: words, email: words }).nullish();

function isTimezone(value: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: value });
		return true;
	} catch {
		return false;
	}
}
