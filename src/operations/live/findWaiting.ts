import { isDay, isDayOver } from "@/domain/calendar/day";
import type {
	InviteFact,
	LiveCondition,
	NextDate,
	NextItem,
	OnboardingLive,
	WaitFact,
	WaitingOn,
} from "./onboardingLive";

type Facts = Pick<
	OnboardingLive,
	"status" | "gate" | "run" | "checkIns" | "invoices" | "goLiveAt" | "casino" | "today"
> & {
	invite: InviteFact | null;
};
type WaitingFacts = Facts & { wait: WaitFact | null; nextItem: NextItem | null };
type Judged = Omit<WaitingOn, "since">;

/** What a customer does, of the gate: pay and sign. Naming people and lifting a hold is the vendor's. */
const customerKeys = new Set<LiveCondition["key"]>(["needed_contracts_signed", "contracts_signed", "invoices_cleared"]);

const waited = { us: "vendor", customer: "customer", third_party: "third_party" } as const;

/** On whom the onboarding rests now: as somebody wrote down, else judged from its records. */
export function findWaitingOn(facts: WaitingFacts): WaitingOn {
	const { status, wait } = facts;
	if (status === "open" && wait) return { who: waited[wait.on], what: wait.what, since: wait.since };
	return { ...judgeWaiting(facts), since: null };
}

function judgeWaiting(facts: WaitingFacts): Judged {
	const { status, gate, run, invite, nextItem } = facts;
	if (status !== "open") return { who: "nobody", what: `The onboarding is ${status.replace("_", " ")}.` };
	if (!run || run.status === "undone") return waitingAtGate(gate, run !== null);
	if (run.status === "failed") {
		const failed = run.steps.find((step) => step.status === "failed");
		return { who: "vendor", what: `“${failed?.title ?? "A step"}” failed: retry it, skip it or undo the run.` };
	}
	if (run.status !== "succeeded") {
		const next = run.steps.find((step) => step.status === "running" || step.status === "pending");
		return { who: "system", what: next ? `Provisioning: ${lowerFirst(next.title)}.` : "Provisioning is about to end." };
	}
	const attention = facts.checkIns.find((checkIn) => checkIn.status === "attention");
	if (attention) return { who: "vendor", what: `${attention.label} asks for somebody's attention.` };
	if (invite?.status === "pending") {
		return { who: "customer", what: `${invite.name ?? invite.email} has not accepted the invitation yet.` };
	}
	if (invite?.status === "expired")
		return { who: "vendor", what: "The administrator's invitation expired: send a new one." };
	if (nextItem) return { who: nextItem.owner, what: nextItem.title };
	return { who: "nobody", what: `${facts.casino.name} is provisioned, and nothing is open.` };
}

function waitingAtGate(gate: Facts["gate"], wasUndone: boolean): Judged {
	const unmet = gate.conditions.find(({ isMet }) => !isMet);
	if (unmet) return { who: customerKeys.has(unmet.key) ? "customer" : "vendor", what: unmet.detail };
	if (wasUndone) return { who: "vendor", what: "The run was undone: open another one when it may start." };
	return { who: "system", what: "The gate is open: provisioning is about to start." };
}

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

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
