import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerFact, foldCustomer } from "@/domain/settlement/foldCustomer";
import { foldSubscription, type SubscriptionFact } from "@/domain/settlement/foldSubscription";
import { at } from "./examples";

const aSubscription = (kind: string, second: number, change: Partial<SubscriptionFact> = {}): SubscriptionFact => ({
	eventId: `evt_${kind}_${second}`,
	type: `customer.subscription.${kind}`,
	occurredAt: at(second),
	subscriptionId: "sub_1",
	customerId: "cus_1",
	status: "active",
	plan: "gold",
	billingCycle: "month",
	currentPeriodEnd: at(59),
	...change,
});
const aCustomer = (second: number, change: Partial<CustomerFact> = {}): CustomerFact => ({
	eventId: `evt_customer_${second}`,
	type: "customer.updated",
	occurredAt: at(second),
	customerId: "cus_1",
	email: "a@acme.test",
	name: "Acme",
	...change,
});

describe("folding a subscription", () => {
	it("the newest event wins, whichever arrived last", () => {
		const events = [aSubscription("updated", 3, { status: "past_due", plan: "silver" }), aSubscription("created", 1)];
		expect(foldSubscription(events).state).toMatchObject({ status: "past_due", plan: "silver" });
	});

	it("what a newer event leaves out stays", () => {
		const events = [aSubscription("created", 1), aSubscription("updated", 2, { plan: null, currentPeriodEnd: null })];
		expect(foldSubscription(events).state).toMatchObject({ plan: "gold", currentPeriodEnd: at(59) });
	});

	it("a deletion ends it, and nothing that follows brings it back", () => {
		const events = [
			aSubscription("deleted", 2, { status: "active" }),
			aSubscription("updated", 3),
			aSubscription("created", 1),
		];
		expect(foldSubscription(events).state?.status).toBe("canceled");
	});

	it("within one second it is created before it is updated and updated before it is deleted", () => {
		const events = ["deleted", "updated", "created"].map((kind) => aSubscription(kind, 1, { plan: kind }));
		expect(foldSubscription(events).state).toMatchObject({ status: "canceled", plan: "deleted" });
		expect(foldSubscription(events.slice(1)).state?.plan).toBe("updated");
	});

	it("a type nobody knows is ignored", () => {
		const { state, outcomes } = foldSubscription([aSubscription("trial_will_end", 1)]);
		expect(state).toBeNull();
		expect(outcomes.get("evt_trial_will_end_1")?.status).toBe("ignored");
	});

	it("ends the same for any order and any repetition", () => {
		const some = fc.array(
			fc.record({
				kind: fc.constantFrom("created", "updated", "deleted", "paused"),
				second: fc.integer({ min: 0, max: 3 }),
				status: fc.constantFrom("active" as const, "past_due" as const, "canceled" as const),
				plan: fc.constantFrom("gold", "silver", null),
			}),
			{ maxLength: 8 },
		);
		const stories = some
			.map((all) =>
				all.map(({ kind, second, ...change }, index) =>
					aSubscription(kind, second, { ...change, eventId: `evt_${index}` }),
				),
			)
			.chain((facts) =>
				fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
			);
		fc.assert(
			fc.property(stories, ([facts, arrived]) => {
				expect(foldSubscription(arrived)).toEqual(foldSubscription(facts));
			}),
		);
	});
});

describe("folding a customer", () => {
	it("the newest address and name win, and what is left out stays", () => {
		const events = [aCustomer(2, { email: "b@acme.test", name: null }), aCustomer(1)];
		expect(foldCustomer(events).state).toEqual({
			customerId: "cus_1",
			email: "b@acme.test",
			name: "Acme",
			isDeleted: false,
		});
	});

	it("a customer that was deleted stays deleted, whatever comes late", () => {
		const events = [aCustomer(2, { type: "customer.deleted" }), aCustomer(1)];
		expect(foldCustomer(events).state).toMatchObject({ isDeleted: true });
	});

	it("a type nobody knows is ignored", () => {
		const { state, outcomes } = foldCustomer([aCustomer(1, { type: "customer.created" })]);
		expect(state).toBeNull();
		expect(outcomes.get("evt_customer_1")?.status).toBe("ignored");
	});
});
