import { describe, expect, it } from "vitest";
import { type HealthReason, healthRuleNames } from "@/domain/health/healthReason";
import { healthRules } from "@/domain/health/healthRules";
import { aRun, nothingYet, now, onboarded } from "../playbook/onboarded";
import { ago, look } from "./look";

const withStanding = (paymentStanding: string) =>
	onboarded({ casino: { id: "casino-1", status: "live", paymentStanding } });

describe("health", () => {
	it("is green without a reason, also while nothing has happened", () => {
		expect(look(onboarded())).toEqual({ level: "green", reasons: [] });
		expect(look(nothingYet)).toEqual({ level: "green", reasons: [] });
	});

	it("has a rule for every name, and no other", () => {
		expect(Object.keys(healthRules).sort()).toEqual([...healthRuleNames].sort());
	});

	it("tells the worst first, then the oldest, then by the order of the rules", () => {
		const facts = onboarded({
			casino: withStanding("failing").casino,
			waits: [{ id: "wait-1", what: "the network", on: "us", since: ago(8), until: null }],
			run: { ...aRun, status: "failed", finishedAt: ago(1) },
			risks: [{ id: "risk-1", title: "Late data", kind: "other", severity: "high", openedAt: ago(2) }],
			heldEvents: [{ id: "event-1", reason: "no_workspace", receivedAt: ago(1) }],
		});
		const { level, reasons } = look(facts);
		expect(level).toBe("red");
		expect(reasons.map(({ rule }) => rule)).toEqual([
			"high_risk",
			"run_failed",
			"payment_held",
			"waiting_long",
			"payment_standing",
		]);
	});
});

describe("since when a reason stands", () => {
	const failing = withStanding("failing");
	const known = (change: Partial<HealthReason> = {}): HealthReason => ({
		rule: "payment_standing",
		level: "yellow",
		value: "failing",
		says: "",
		record: { collection: "casinos", id: "casino-1" },
		since: ago(4),
		...change,
	});
	const sinceAfter = (...previous: HealthReason[]) => look(failing, null, previous).reasons[0]?.since;

	it("is kept from the last look, though the value or the words are others now", () => {
		expect(sinceAfter(known({ value: "otherwise" }))).toBe(ago(4));
	});

	it.each<[string, Partial<HealthReason>]>([
		["level", { level: "red" }],
		["rule", { rule: "payment_held" }],
		["record", { record: { collection: "casinos", id: "casino-2" } }],
		["collection", { record: { collection: "invoices", id: "casino-1" } }],
		["record, for it had none", { record: null }],
	])("begins again with another %s", (_, change) => {
		expect(sinceAfter(known(change))).toBe(now);
	});

	it("is never ahead, even if the record's clock is", () => {
		const heldEvents = [{ id: "event-1", reason: "no_workspace", receivedAt: ago(-1) }];
		expect(look(onboarded({ heldEvents })).reasons[0]?.since).toBe(now);
	});
});
