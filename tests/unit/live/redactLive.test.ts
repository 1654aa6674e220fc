import { expect, test } from "vitest";
import type { WaitingOn } from "@/domain/waitingOn";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { redactLive } from "@/operations/live/redactLive";
import { slug } from "@/slugs";

const live = (waitingOn: WaitingOn): OnboardingLive => ({
	onboardingId: "o",
	status: "open",
	casino: { id: "c", name: "Harbour", status: "live", word: "casino" },
	today: "2026-01-02",
	...{ goLiveAt: null, gateOpenedAt: null, run: null, mayReopen: false, nextDate: null, isRedacted: false },
	gate: { isOpen: true, standard: "paid", conditions: [] },
	...{ invoices: [], checkIns: [] },
	waitingOn,
	readAt: "2026-01-02T00:00:00Z",
});
const told = (waitingOn: WaitingOn, mayReadWaits: boolean) =>
	redactLive(live(waitingOn), { mayReadAmounts: false, mayRead: (name) => name !== slug.waits || mayReadWaits })
		.waitingOn;

test.each(["vendor", "customer", "third_party"] as const)(
	"what %s is waited for is theirs who may read waits",
	(who) => {
		const wait = { who, what: "The licence of the salon", since: "2026-01-01T00:00:00Z" };
		expect(told(wait, true)).toEqual(wait);
		expect(told(wait, false).who).toBe(who);
		expect(told(wait, false).what).not.toContain("licence");
	},
);

test("the title of an item of ours or theirs is not told: not everybody sees every item", () => {
	for (const who of ["vendor", "customer"] as const)
		expect(told({ who, what: "Check their licence", since: null }, true).what).not.toContain("licence");
});
