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
					amountDue: mayReadAmounts ? invoice.amountDue : null,
					amountPaid: mayReadAmounts ? invoice.amountPaid : null,
					po: {
						...invoice.po,
						number: mayReadAmounts ? invoice.po.number : null,
						approvedBy: null,
						secondApprover: null,
						reason: null,
					},
				}))
			: [],
		run: live.run && mayRead(slug.provisioningRuns) ? redactRun(live.run) : null,
		checkIns: mayRead(slug.checkIns) ? live.checkIns.map((checkIn) => ({ ...checkIn, outcome: null })) : [],
		mayReopen: false,
		waitingOn: sayWaiting(live, unmet?.label),
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
function sayWaiting(live: OnboardingLive, unmetLabel: string | undefined): OnboardingLive["waitingOn"] {
	const { who, what, since } = live.waitingOn;
	const isAtGate = live.status === "open" && (live.run === null || live.run.status === "undone");
	// What was written down as waited for, the customer sees among the waits.
	if (since !== null) return { who, what, since };
	if (isAtGate && unmetLabel) return { who, what: `${unmetLabel}: not yet.`, since };
	if (who === "vendor") return { who, what: "We are looking into it.", since };
	if (who === "customer") return { who, what: "Something is asked of you.", since };
	return { who, what, since };
}
