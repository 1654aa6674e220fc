import { expect, it } from "vitest";
import { parseSince } from "../../../scripts/reconciling/parseSince";

const now = new Date("2026-11-28T12:00:00Z");

it.each([
	[[], null],
	[["--since", "2026-11-01"], "2026-11-01T00:00:00.000Z"],
	[["--since=2026-11-01T09:30:00+02:00"], "2026-11-01T07:30:00.000Z"],
])("%j is %s", (args, at) => expect(parseSince(args, now)).toBe(at));

it.each([
	[["--since"], /argument missing/],
	[["--since", "yesterday"], /no date: yesterday/],
	[["--since", "2026-02-30"], /no day of the calendar/],
	[["--since", "2026-11-29"], /in the future/],
	[["--from", "2026-11-01"], /--from/],
])("%j is refused in a sentence", (args, words) => expect(() => parseSince(args, now)).toThrow(words));
