import { isDay, isDayOver } from "@/domain/calendar/day";
import type { InviteFact, NextDate, OnboardingLive } from "./onboardingLive";

type Facts = Pick<OnboardingLive, "run" | "checkIns" | "invoices" | "goLiveAt" | "today"> & {
	invite: InviteFact | null;
};

/** The earliest moment or day ahead at which something is due or happens by itself. */
export function findNextDate(facts: Facts, now: Date): NextDate | null {
	const { run, invoices, checkIns, goLiveAt, invite, today } = facts;
	const dates: { what: string; at: string | null }[] = [
		...(run?.steps ?? []).map(({ title, nextAttemptAt }) => ({ what: `“${title}” is tried again`, at: nextAttemptAt })),
		...invoices
			.filter(({ status }) => status === "draft" || status === "open")
			.flatMap(({ number, dueAt, po }) => [
				{ what: `Invoice ${number} is due`, at: dueAt },
				{ what: `The purchase order of ${number} expires`, at: po.status === "approved" ? po.expiresAt : null },
			]),
		...checkIns.filter(({ status }) => status === "scheduled").map(({ label, dueAt }) => ({ what: label, at: dueAt })),
		{ what: "The administrator's invitation expires", at: invite?.status === "pending" ? invite.expiresAt : null },
		{ what: "Go-live", at: goLiveAt },
	];
	const isAhead = (at: string) => (isDay(at) ? !isDayOver(at, today) : Date.parse(at) > now.getTime());
	const ahead = dates.filter((date): date is NextDate => date.at !== null && isAhead(date.at));
	return ahead.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}
