import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gate } from "@/domain/gate";
import { type CriterionName, criterionNames } from "@/domain/playbook/criteria";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { judgeCriterion } from "@/domain/playbook/judgeCriterion";
import { recordCollections } from "@/domain/recordRef";
import { nothingYet, now, onboarded } from "./onboarded";
import { someFacts, someMoment, someWeeks } from "./someFacts";

const holds = (name: CriterionName, facts: OnboardingFacts, at = now) => judgeCriterion({ name, facts, now: at }).holds;

describe("every criterion", () => {
	it("answers for any facts with a sentence, and names a record only by its collection and id", () => {
		fc.assert(
			fc.property(someFacts, someMoment, fc.constantFrom(...criterionNames), (facts, at, name) => {
				const { says, record } = judgeCriterion({ name, facts, now: at });
				expect(says).toMatch(/^[A-Z0-9“].*\.$/);
				expect(says).not.toMatch(/undefined|null|NaN|\.\.| {2}/);
				if (record) {
					expect(recordCollections).toContain(record.collection);
					expect(record.id).toBeTruthy();
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it("leaves the facts as they were", () => {
		fc.assert(
			fc.property(someFacts, fc.constantFrom(...criterionNames), (facts, name) => {
				const before = structuredClone(facts);
				judgeCriterion({ name, facts, now });
				expect(facts).toEqual(before);
			}),
		);
	});

	it("does not depend on the order in which records were read", () => {
		const reversed = (facts: OnboardingFacts): OnboardingFacts => ({
			...facts,
			invoices: facts.invoices.toReversed(),
			contracts: facts.contracts.toReversed(),
			staff: facts.staff.toReversed(),
			invites: facts.invites.toReversed(),
			training: facts.training.toReversed(),
			checkIns: facts.checkIns.toReversed(),
			adoption: facts.adoption.toReversed(),
			pilotIssues: facts.pilotIssues.toReversed(),
		});
		fc.assert(
			fc.property(someFacts, someMoment, fc.constantFrom(...criterionNames), (facts, at, name) => {
				expect(holds(name, reversed(facts), at)).toBe(holds(name, facts, at));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("criteria and the gate", () => {
	it("agree on contracts and contacts", () => {
		const contact = fc.constantFrom(
			{ name: "Ada", email: "ada@acme.test" },
			{ name: null, email: "ada@acme.test" },
			{ name: "Ada", email: "ada@acme" },
		);
		fc.assert(
			fc.property(someFacts, contact, contact, ({ contracts }, operationsLead, adminContact) => {
				const onboarding = { ...nothingYet.onboarding, operationsLead, adminContact };
				const input = {
					onboarding: { status: "open", gateStandard: "paid", operationsLead, adminContact } as const,
					neededContracts: null,
					subjects: { plan: null, region: null, dataMode: null, choices: {} },
					contracts,
					invoices: [{ number: "K-1", status: "paid", opensGate: true, amountDue: 100, currency: "usd" } as const],
					today: now.slice(0, 10),
				};
				const { isOpen, conditions } = gate(input);
				const facts = { ...nothingYet, onboarding, contracts, gate: { ...nothingYet.gate, conditions } };
				expect(holds("contract_signed", facts) && holds("contacts_named", facts)).toBe(isOpen);
			}),
		);
	});
});

describe("two weeks of use", () => {
	it("once reached, are not lost by time", () => {
		fc.assert(
			fc.property(someWeeks, someMoment, someMoment, (adoption, one, other) => {
				const [early = one, late = other] = [one, other].sort();
				const facts = onboarded({ adoption });
				expect(!holds("in_use_two_weeks", facts, early) || holds("in_use_two_weeks", facts, late)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it("are reached by whoever meets the thresholds for two weeks after the go-live", () => {
		fc.assert(
			fc.property(someWeeks, someMoment, (adoption, at) => {
				const facts = onboarded({ adoption });
				const isLongLive = Date.parse(at) - Date.parse("2026-02-16T06:00:00Z") >= 14 * 86_400_000;
				if (isLongLive && holds("adoption_thresholds_met", facts, at)) {
					expect(holds("in_use_two_weeks", facts, at)).toBe(true);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
