import type { PayloadRequest } from "payload";
import { z } from "zod";
import { dayWanted, parseDay } from "@/domain/calendar/day";
import { cleanEmail, findEmailProblem } from "@/domain/isEmail";
import { InvalidInput } from "@/errors";

/** An e-mail address, as it is stored. */
export const email = z
	.string("Give one e-mail address, such as ada@example.com.")
	.max(1000, "is too long.")
	.transform(cleanEmail)
	.superRefine((text, context) => {
		const message = findEmailProblem(text);
		if (message) context.addIssue({ code: "custom", message });
	});

/** Why a person did it: asked for wherever a decision is recorded. */
export const reason = z.string().trim().min(3, "Say why, in a few words.").max(2000);

const longestYears = 5;
const isNear = (at: string) => Date.parse(at) < Date.now() + longestYears * 365 * 86_400_000;

/** A date and time that somebody looks ahead to: what is to hold for ever is not put off or waived, it is changed. */
export const dateAhead = z.iso
	.datetime({ offset: true, message: "Enter a date and time." })
	.refine(isNear, `Choose a date within ${longestYears} years.`);

/** A calendar day. An instant counts by its date in UTC. */
export const day = z.unknown().transform((value, { issues }) => {
	const found = parseDay(value);
	if (found !== null) return found;
	issues.push({ code: "custom", message: dayWanted, input: value });
	return z.NEVER;
});

/** A day that somebody looks ahead to. Whether it is still to come is for the operation to say. */
export const dayAhead = day.refine(isNear, `Choose a day within ${longestYears} years.`);

/** Who retries, skips and undoes runs, and sends messages again. */
export const runners = ["admin", "ops"] as const;

/** An id in the query, or null when there is none. @throws InvalidInput when it is something else */
export function queryId(req: PayloadRequest, name: string): string | null {
	const value = req.searchParams?.get(name) ?? null;
	if (value === null) return null;
	const parsed = z.uuid().safeParse(value);
	if (!parsed.success) throw new InvalidInput([{ path: name, message: "is not an id." }]);
	return parsed.data;
}

/** The part of a personal link behind `#`. What it must look like is not told: one that fits nothing is unknown. */
export const token = z.string({ message: "is missing." }).min(1, "is missing.").max(200, "is too long.");
