import { expect, test } from "vitest";
import { findNextDate, findWaitingOn } from "@/operations/live/findWaiting";
import type { LiveCondition, LiveRun, LiveStep } from "@/operations/live/onboardingLive";

type Facts = Parameters<typeof findWaitingOn>[0];

const condition = (key: LiveCondition["key"], isMet: boolean, detail: string): LiveCondition => ({
	key,
	isMet,
	detail,
	label: detail,
	whoCanAct: [],
	record: null,
});
const step = (values: Partial<LiveStep>): LiveStep => ({
	id: "s",
	step: "check_access",
	title: "Check access",
	position: 1,
	status: "pending",
	attempts: 0,
	evidence: null,
	error: null,
	reason: null,
	nextAttemptAt: null,
	startedAt: null,
	finishedAt: null,
	...values,
});
const run = (status: LiveRun["status"], steps: LiveStep[] = []): LiveRun => ({
	id: "r",
	status,
	playbook: "casino_floor@1",
	error: null,
	undoReason: null,
	createdAt: "2026-01-01T00:00:00Z",
	startedAt: null,
	finishedAt: null,
	steps,
});
const facts = (values: Partial<Facts> = {}): Facts => ({
	status: "open",
	gate: { isOpen: true, standard: "paid", conditions: [] },
	run: null,
	checkIns: [],
	invoices: [],
	today: "2026-01-02",
	goLiveAt: null,
	casino: { id: "c", name: "Harbour", status: "prospect", word: "casino" },
	invite: null,
	wait: null,
	nextItem: null,
	...values,
});
const closed = (key: LiveCondition["key"]) => ({
	isOpen: false,
	standard: "paid" as const,
	conditions: [condition("onboarding_open", true, "Open."), condition(key, false, "Missing.")],
});
const invite = (status: string) => ({ name: "Ada", email: "ada@x.example", status, expiresAt: "2026-01-09T00:00:00Z" });

test.each([
	["money and signatures rest on the customer", facts({ gate: closed("invoices_cleared") }), "customer"],
	["names rest on the vendor", facts({ gate: closed("admin_contact_named") }), "vendor"],
	["an open gate without a run rests on the system", facts(), "system"],
	["a run that moves rests on the system", facts({ run: run("running", [step({ status: "running" })]) }), "system"],
	["a run that failed rests on the vendor", facts({ run: run("failed", [step({ status: "failed" })]) }), "vendor"],
	["an undone run rests on the vendor", facts({ run: run("undone") }), "vendor"],
	["an open invitation rests on the customer", facts({ run: run("succeeded"), invite: invite("pending") }), "customer"],
	["an expired invitation rests on the vendor", facts({ run: run("succeeded"), invite: invite("expired") }), "vendor"],
	["an accepted invitation rests on nobody", facts({ run: run("succeeded"), invite: invite("accepted") }), "nobody"],
	[
		"what is open after that rests on whose it is",
		facts({ run: run("succeeded"), nextItem: { owner: "customer", title: "Name the trainers" } }),
		"customer",
	],
	[
		"what was written down goes before everything",
		facts({ run: run("failed"), wait: { on: "third_party", what: "The licence", since: "2026-01-01T00:00:00Z" } }),
		"third_party",
	],
	["what is on hold rests on nobody", facts({ status: "on_hold", gate: closed("onboarding_open") }), "nobody"],
] as const)("%s", (_, given, who) => {
	expect(findWaitingOn(given).who).toBe(who);
});

test("a check-in that asks for attention comes before the invitation", () => {
	const checkIn = {
		id: "n",
		label: "Day 1",
		day: 1,
		dueAt: "2026-01-02T00:00:00Z",
		status: "attention",
		outcome: null,
	} as const;
	expect(findWaitingOn(facts({ run: run("succeeded"), checkIns: [checkIn], invite: invite("pending") }))).toEqual({
		who: "vendor",
		what: "Day 1 asks for somebody's attention.",
		since: null,
	});
});

test("the next date is the earliest that is still ahead", () => {
	const checkIn = (day: number, dueAt: string) =>
		({ id: `n${day}`, label: `Day ${day}`, day, dueAt, status: "scheduled", outcome: null }) as const;
	const given = facts({
		goLiveAt: "2026-02-01",
		checkIns: [checkIn(1, "2026-01-02T00:00:00Z"), checkIn(3, "2026-01-04T00:00:00Z")],
		invite: invite("pending"),
	});
	const at = (now: string) => findNextDate({ ...given, today: now.slice(0, 10) }, new Date(now))?.what ?? null;
	expect(at("2026-01-01T00:00:00Z")).toBe("Day 1");
	expect(at("2026-01-03T00:00:00Z")).toBe("Day 3");
	expect(at("2026-01-08T00:00:00Z")).toBe("The administrator's invitation expires");
	expect(at("2026-01-10T00:00:00Z")).toBe("Go-live");
	expect(at("2026-02-01T23:59:59Z")).toBe("Go-live");
	expect(at("2026-02-02T00:00:00Z")).toBeNull();
});
