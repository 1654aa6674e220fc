import type { InviteFact, LiveCondition, NextDate, OnboardingLive, WaitingOn } from "./onboardingLive";

type Facts = Pick<OnboardingLive, "status" | "gate" | "run" | "checkIns" | "invoices" | "goLiveAt" | "casino"> & {
	invite: InviteFact | null;
};

/** What a customer does, of the gate: pay and sign. Naming people and lifting a hold is the vendor's. */
const customerKeys = new Set<LiveCondition["key"]>(["order_form_signed", "contracts_signed", "invoices_cleared"]);

/** On whom the onboarding rests now, judged from its records alone. */
export function findWaitingOn(facts: Facts): WaitingOn {
	const { status, gate, run, invite } = facts;
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
	return { who: "nobody", what: `${facts.casino.name} is live. The check-ins go on by themselves.` };
}

function waitingAtGate(gate: Facts["gate"], wasUndone: boolean): WaitingOn {
	const unmet = gate.conditions.find(({ isMet }) => !isMet);
	if (unmet) return { who: customerKeys.has(unmet.key) ? "customer" : "vendor", what: unmet.detail };
	if (wasUndone) return { who: "vendor", what: "The run was undone: open another one when it may start." };
	return { who: "system", what: "The gate is open: provisioning is about to start." };
}

/** The earliest moment ahead at which something is due or happens by itself. */
export function findNextDate(facts: Facts, now: Date): NextDate | null {
	const { run, invoices, checkIns, goLiveAt, invite } = facts;
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
	const ahead = dates.filter((date): date is NextDate => date.at !== null && Date.parse(date.at) > now.getTime());
	return ahead.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0] ?? null;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
