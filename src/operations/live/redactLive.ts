import type { WaitingOn } from "@/domain/waitingOn";
import type { Slug } from "@/slugs";
import { slug } from "@/slugs";
import type { LiveRun, OnboardingLive } from "./onboardingLive";

type Rights = { mayReadAmounts: boolean; mayRead(collection: Slug): boolean };

/**
 * Leaves out what a customer's person may not read: causes, evidence, the vendor's reasons and approvers always,
 * amounts and rows by role. The gate says its conditions without the numbers and names its details hold.
 */
export function redactLive(live: OnboardingLive, { mayReadAmounts, mayRead }: Rights): OnboardingLive {
	const unmet = live.gate.conditions.find(({ isMet }) => !isMet);
	return {
		...live,
		gate: {
			...live.gate,
			conditions: live.gate.conditions.map((condition) => ({
				...condition,
				detail: `${condition.label}${condition.isMet ? "." : ": not yet."}`,
				whoCanAct: [],
				record: null,
			})),
		},
		invoices: mayRead(slug.invoices)
			? live.invoices.map((invoice) => ({
					...invoice,
					// How much of it was kept or is disputed is told by amounts.
					standing: mayReadAmounts ? invoice.standing : invoice.status,
					amountDue: mayReadAmounts ? invoice.amountDue : null,
					amountPaid: mayReadAmounts ? invoice.amountPaid : null,
					po: {
						...invoice.po,
						number: mayReadAmounts ? invoice.po.number : null,
						hasOwnSeat: false,
						approvedBy: null,
						secondApprover: null,
						reason: null,
					},
				}))
			: [],
		run: live.run && mayRead(slug.provisioningRuns) ? redactRun(live.run) : null,
		checkIns: mayRead(slug.checkIns) ? live.checkIns.map((checkIn) => ({ ...checkIn, outcome: null })) : [],
		mayReopen: false,
		waitingOn: sayWaiting(live, { unmetLabel: unmet?.label, mayReadWaits: mayRead(slug.waits) }),
		isRedacted: true,
	};
}

function redactRun(run: LiveRun): LiveRun {
	return {
		...run,
		error: null,
		undoReason: null,
		steps: run.steps.map((step) => ({ ...step, error: null, evidence: null, reason: null })),
	};
}

/** The same, without details and names of people: what is missing at the gate, else who has to act. */
function sayWaiting(
	live: OnboardingLive,
	{ unmetLabel, mayReadWaits }: { unmetLabel: string | undefined; mayReadWaits: boolean },
): WaitingOn {
	const { who, what, since } = live.waitingOn;
	const isAtGate = live.status === "open" && (live.run === null || live.run.status === "undone");
	// What somebody wrote down is theirs who may read it among the waits.
	if (since !== null && mayReadWaits) return { who, what, since };
	return { who, what: isAtGate && unmetLabel ? `${unmetLabel}: not yet.` : (unsaid[who] ?? what), since: null };
}

/** What stands in for words that are not the reader's. What the system does, and what is over, is no secret. */
const unsaid: Partial<Record<WaitingOn["who"], string>> = {
	vendor: "We are looking into it.",
	customer: "Something is asked of you.",
	third_party: "Somebody else has to do something first.",
};
