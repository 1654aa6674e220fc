import { describe, expect, it } from "vitest";
import { approvalStatuses, approvalTransitions } from "@/domain/approvals/approvalStatus";
import { casinoStatuses, casinoTransitions } from "@/domain/casinoStatus";
import { checkInStatuses, checkInTransitions } from "@/domain/checkInStatus";
import { contractStatuses, contractTransitions } from "@/domain/contractStatus";
import { inviteStatuses, inviteTransitions } from "@/domain/inviteStatus";
import { invoiceStatuses, invoiceTransitions } from "@/domain/invoiceStatus";
import { messageStatuses, messageTransitions } from "@/domain/messageStatus";
import { onboardingStatuses, onboardingTransitions } from "@/domain/onboardingStatus";
import { paymentEventStatuses, paymentEventTransitions } from "@/domain/paymentEventStatus";
import { poStatuses, poTransitions } from "@/domain/poStatus";
import { riskStatuses, riskTransitions } from "@/domain/riskStatus";
import { runStatuses, runTransitions } from "@/domain/runStatus";
import { staffStatuses, staffTransitions } from "@/domain/staffStatus";
import { stepStatuses, stepTransitions } from "@/domain/stepStatus";
import { subscriptionStatuses, subscriptionTransitions } from "@/domain/subscriptionStatus";
import { assertTransition, canTransition, type TransitionTable } from "@/domain/transition";
import { TransitionRefused } from "@/errors";

type Walked = {
	noun: string;
	statuses: readonly string[];
	table: TransitionTable<string>;
	/** Where a record may begin; everything else must be reachable from there. */
	starts: readonly string[];
	/** Every allowed move, written by hand. */
	allowed: string;
};

const everyTable: readonly Walked[] = [
	{
		noun: "invoice",
		statuses: invoiceStatuses,
		table: invoiceTransitions,
		starts: ["draft"],
		allowed: `draft>open draft>paid draft>void draft>uncollectible draft>refunded
			open>paid open>void open>uncollectible open>refunded
			uncollectible>open uncollectible>paid uncollectible>void uncollectible>refunded
			paid>open paid>void paid>uncollectible paid>refunded
			void>open void>paid void>uncollectible void>refunded
			refunded>open refunded>paid refunded>void refunded>uncollectible`,
	},
	{
		noun: "contract",
		statuses: contractStatuses,
		table: contractTransitions,
		starts: ["draft"],
		allowed: `draft>sent draft>signed draft>terminated
			sent>draft sent>signed sent>expired sent>terminated
			signed>expired signed>terminated signed>superseded`,
	},
	{
		noun: "payment event",
		statuses: paymentEventStatuses,
		table: paymentEventTransitions,
		starts: ["received"],
		allowed: `received>settled received>held received>ignored received>failed
			settled>ignored held>settled held>ignored held>failed ignored>received
			failed>received failed>settled failed>held failed>ignored`,
	},
	{
		noun: "approval",
		statuses: approvalStatuses,
		table: approvalTransitions,
		starts: ["awaiting", "approved"],
		allowed: `awaiting>approved awaiting>rejected awaiting>withdrawn awaiting>expired
			approved>withdrawn approved>expired approved>rejected`,
	},
	{
		noun: "purchase order",
		statuses: poStatuses,
		table: poTransitions,
		starts: ["none"],
		allowed: `none>requested none>approved requested>approved requested>rejected
			approved>requested approved>rejected approved>expired rejected>requested expired>requested expired>approved`,
	},
	{
		noun: "casino",
		statuses: casinoStatuses,
		table: casinoTransitions,
		starts: ["prospect"],
		allowed: `prospect>provisioning prospect>closed provisioning>live provisioning>prospect
			live>suspended live>closed live>prospect
			suspended>live suspended>closed suspended>prospect`,
	},
	{
		noun: "onboarding",
		statuses: onboardingStatuses,
		table: onboardingTransitions,
		starts: ["open"],
		allowed: "open>on_hold open>completed open>cancelled on_hold>open on_hold>cancelled completed>open",
	},
	{
		noun: "run",
		statuses: runStatuses,
		table: runTransitions,
		starts: ["queued"],
		allowed: `queued>running queued>undone running>succeeded running>failed
			succeeded>undone failed>queued failed>undone`,
	},
	{
		noun: "step",
		statuses: stepStatuses,
		table: stepTransitions,
		starts: ["pending"],
		allowed: `pending>running pending>skipped
			running>succeeded running>failed running>skipped running>pending
			succeeded>undone failed>pending failed>skipped failed>undone`,
	},
	{
		noun: "invite",
		statuses: inviteStatuses,
		table: inviteTransitions,
		starts: ["pending"],
		allowed: "pending>accepted pending>expired pending>revoked expired>pending expired>revoked",
	},
	{
		noun: "staff member",
		statuses: staffStatuses,
		table: staffTransitions,
		starts: ["invited"],
		allowed: "invited>active invited>disabled active>disabled disabled>active disabled>invited",
	},
	{
		noun: "message",
		statuses: messageStatuses,
		table: messageTransitions,
		starts: ["queued"],
		allowed: "queued>sent queued>held queued>failed held>queued failed>queued",
	},
	{
		noun: "risk",
		statuses: riskStatuses,
		table: riskTransitions,
		starts: ["open"],
		allowed: "open>acknowledged open>resolved acknowledged>resolved resolved>open",
	},
	{
		noun: "check-in",
		statuses: checkInStatuses,
		table: checkInTransitions,
		starts: ["scheduled"],
		allowed: `scheduled>done scheduled>attention scheduled>cancelled
			attention>done attention>cancelled cancelled>scheduled`,
	},
	{
		noun: "subscription",
		statuses: subscriptionStatuses,
		table: subscriptionTransitions,
		starts: ["incomplete"],
		allowed: ["incomplete", "incomplete_expired", "trialing", "active", "past_due", "unpaid", "paused"]
			.flatMap((from) =>
				["incomplete", "incomplete_expired", "trialing", "active", "past_due", "unpaid", "paused", "canceled"]
					.filter((to) => to !== from)
					.map((to) => `${from}>${to}`),
			)
			.join(" "),
	},
];

describe.each(everyTable)("the $noun's transition table", ({ noun, statuses, table, starts, allowed }) => {
	const expected = new Set(allowed.split(/\s+/));

	it("has exactly the statuses that are declared", () => {
		expect(Object.keys(table).sort()).toEqual([...statuses].sort());
	});

	it("allows what is written here and refuses every other move, staying included", () => {
		for (const from of statuses) {
			for (const to of statuses) {
				const move = `${from}>${to}`;
				expect(canTransition(table, from, to), move).toBe(expected.has(move));
				const attempt = () => assertTransition({ noun, table, from, to });
				if (expected.has(move)) expect(attempt, move).not.toThrow();
				else expect(attempt, move).toThrow(TransitionRefused);
			}
		}
	});

	it("leads to every status", () => {
		const reached = new Set(starts);
		for (const from of reached) for (const to of table[from] ?? []) reached.add(to);
		expect([...reached].sort()).toEqual([...statuses].sort());
	});

	it("cannot be changed at run time", () => {
		expect(Object.isFrozen(table)).toBe(true);
		expect(Object.values(table).every(Object.isFrozen)).toBe(true);
	});
});

it("a refused move names the record, both statuses and what would be allowed", () => {
	expect(() => assertTransition({ noun: "run", table: runTransitions, from: "failed", to: "running" })).toThrow(
		"A run cannot go from failed to running. From failed it may become: queued, undone.",
	);
});
