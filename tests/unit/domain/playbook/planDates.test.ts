import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchors as anchorNames, dayUnits } from "@/domain/playbook/content";
import type { DatedItem } from "@/domain/playbook/dateItem";
import { itemStatuses } from "@/domain/playbook/itemStatus";
import { type AnchorDates, planDates } from "@/domain/playbook/planDates";
import { baselineWorkingHours } from "@/domain/workingHours";

/** Days in January 2026, and 12:00 and 17:00 of them: the 5th is a Monday, the 10th a Saturday. */
const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
const noon = (number: number) => new Date(Date.UTC(2026, 0, number, 12)).toISOString();
const evening = (number: number) => new Date(Date.UTC(2026, 0, number, 17)).toISOString();

const unknown: AnchorDates = {
	opened: null,
	contract_signed: null,
	gate_opened: null,
	provisioned: null,
	pilot_start: null,
	go_live: null,
	phaseStartedAt: {},
};
const from = (
	start: NonNullable<DatedItem["due"]>["from"],
	days: number,
	item: string | null = null,
): DatedItem["due"] => ({ from: start, days, item, unit: "working_days" });

const anItem = (key: string, change: Partial<DatedItem> = {}): DatedItem => ({
	key,
	phase: "kickoff",
	position: 0,
	status: "open",
	due: null,
	after: [],
	doneAt: null,
	dueOverride: null,
	...change,
});
const done = (key: string, doneAt: string, change: Partial<DatedItem> = {}) =>
	anItem(key, { ...change, status: "done", doneAt });

type Given = { items: DatedItem[]; anchors?: Partial<AnchorDates>; now?: string };
const plan = ({ items, anchors = {}, now = noon(5) }: Given) =>
	planDates({
		items: items.map((item, position) => ({ ...item, position })),
		anchors: { ...unknown, ...anchors },
		now,
		goLivePhase: "live",
		timeZone: "UTC",
		workingHours: baselineWorkingHours,
	});
const datesOf = (key: string, given: Given) => plan(given).dates.get(key);

describe("an item is due", () => {
	const opened = { opened: noon(5) };

	it("so many working days after a date of the onboarding", () => {
		const items = [anItem("a", { due: from("opened", 5) })];
		expect(datesOf("a", { items, anchors: opened })).toEqual({ dueAt: day(12), forecastAt: day(12) });
	});

	it("at no known time before that date is known", () => {
		expect(datesOf("a", { items: [anItem("a", { due: from("gate_opened", 5) })] })?.dueAt).toBeNull();
	});

	it("after the start of its own phase", () => {
		const items = [
			anItem("a", { due: from("phase_started", 1) }),
			anItem("b", { phase: "floor", due: from("phase_started", 1) }),
		];
		const { dates } = plan({ items, anchors: { phaseStartedAt: { kickoff: noon(6) } } });
		expect(dates.get("a")?.dueAt).toBe(day(7));
		expect(dates.get("b")?.dueAt).toBeNull();
	});

	it("after another was done, and until then after it is expected", () => {
		const later = anItem("b", { due: from("item", 2, "a") });
		const first = anItem("a", { due: from("opened", 1) });
		expect(datesOf("b", { items: [first, later], anchors: opened })?.dueAt).toBe(day(8));
		expect(datesOf("b", { items: [done("a", noon(2)), later], anchors: opened })?.dueAt).toBe(day(6));
	});

	it("when that was agreed, whatever the rule says", () => {
		const items = [anItem("a", { due: from("opened", 5), dueOverride: day(20) })];
		expect(datesOf("a", { items, anchors: opened })).toEqual({ dueAt: day(20), forecastAt: day(20) });
	});
});

describe("an item is expected", () => {
	const opened = { opened: noon(1) };

	it("when it was done, once it is", () => {
		const items = [done("a", noon(9), { due: from("opened", 1) })];
		expect(datesOf("a", { items, anchors: opened })).toEqual({ dueAt: day(2), forecastAt: day(9) });
	});

	it("by the end of the working day when it is overdue", () => {
		const items = [anItem("a", { due: from("opened", 1) })];
		expect(datesOf("a", { items, anchors: opened, now: noon(7) })).toEqual({
			dueAt: day(2),
			forecastAt: day(7),
		});
		expect(datesOf("a", { items, anchors: opened, now: evening(7) })?.forecastAt).toBe(day(8));
		expect(datesOf("a", { items, anchors: opened, now: noon(10) })?.forecastAt).toBe(day(12));
	});

	it("not before what it comes after, though it is due earlier", () => {
		const items = [anItem("a", { dueOverride: day(20) }), anItem("b", { due: from("opened", 5), after: ["a"] })];
		expect(datesOf("b", { items, anchors: opened })).toEqual({ dueAt: day(8), forecastAt: day(20) });
	});

	it("with what it comes after when nothing says when it is due", () => {
		const items = [anItem("a", { dueOverride: day(20) }), anItem("b", { after: ["a"] })];
		expect(datesOf("b", { items })).toEqual({ dueAt: null, forecastAt: day(20) });
	});

	it("so long after what it comes after as its rule says while its own date is unknown", () => {
		const items = [anItem("a", { dueOverride: day(20) }), anItem("b", { after: ["a"], due: from("pilot_start", 2) })];
		expect(datesOf("b", { items })).toEqual({ dueAt: null, forecastAt: day(22) });
	});

	it("so long after the phases before its own as its rule says while its phase has not started", () => {
		const items = [
			anItem("a", { dueOverride: day(14) }),
			anItem("b", { phase: "floor", due: from("phase_started", 2) }),
			anItem("c", { phase: "pilot", due: from("phase_started", 3) }),
		];
		const { dates } = plan({ items });
		expect(dates.get("b")).toEqual({ dueAt: null, forecastAt: day(16) });
		expect(dates.get("c")).toEqual({ dueAt: null, forecastAt: day(21) });
	});

	it("not before its phase can start, though what it comes after is done", () => {
		const items = [
			anItem("a", { dueOverride: day(14) }),
			done("b", noon(2)),
			anItem("c", { phase: "floor", after: ["b"], due: from("phase_started", 2) }),
		];
		expect(datesOf("c", { items })).toEqual({ dueAt: null, forecastAt: day(16) });
	});

	it("by the end of the working day when nothing is known of it at all", () => {
		expect(datesOf("a", { items: [anItem("a")] })).toEqual({ dueAt: null, forecastAt: day(5) });
	});
});

describe("what is not needed", () => {
	it("has no dates and holds nothing up", () => {
		const off = anItem("off", { status: "not_needed", dueOverride: day(30) });
		const items = [off, anItem("b", { after: ["off"] }), anItem("c", { due: from("item", 3, "off") })];
		const { dates, goLive } = plan({ items });
		expect(dates.get("off")).toEqual({ dueAt: null, forecastAt: null });
		expect(dates.get("b")?.forecastAt).toBe(day(5));
		expect(dates.get("c")).toEqual({ dueAt: null, forecastAt: day(8) });
		expect(goLive).toEqual({ forecastAt: day(8), because: "c" });
	});
});

describe("the go-live", () => {
	const live = anItem("hypercare", { phase: "live", dueOverride: day(30) });

	it("is expected with the last open item before it, and because of that one", () => {
		const items = [anItem("a", { dueOverride: day(7) }), anItem("b", { dueOverride: day(9) }), anItem("c"), live];
		expect(plan({ items }).goLive).toEqual({ forecastAt: day(9), because: "b" });
	});

	it("is late because of the item others come after, not because of those", () => {
		const items = [anItem("a", { dueOverride: day(9) }), anItem("b", { after: ["a"] }), live];
		expect(plan({ items }).goLive.because).toBe("a");
	});

	it("waits for nothing once everything before it is settled", () => {
		const items = [done("a", noon(2)), anItem("b", { status: "waived" }), live];
		expect(plan({ items }).goLive).toEqual({ forecastAt: null, because: null });
	});

	it("of a playbook that has lost its phase is held up by every open item", () => {
		expect(plan({ items: [anItem("a", { dueOverride: day(9) })] }).goLive.because).toBe("a");
	});
});

describe("a circle, which no published playbook has,", () => {
	it("still gets dates", () => {
		const items = [
			anItem("a", { after: ["b"], dueOverride: day(6) }),
			anItem("b", { due: from("item", 1, "a") }),
			anItem("itself", { after: ["itself"], due: from("item", 1, "itself") }),
		];
		const { dates } = plan({ items });
		expect([...dates.values()].every(({ forecastAt }) => forecastAt !== null)).toBe(true);
	});

	it("through a phase is cut at the phase: an item still comes after one of a later phase", () => {
		const items = [
			anItem("early", { dueOverride: day(8) }),
			anItem("sign", { after: ["late"] }),
			anItem("late", { phase: "floor", due: from("phase_started", 1) }),
		];
		const { dates } = plan({ items });
		expect(dates.get("late")?.forecastAt).toBe(day(9));
		expect(dates.get("sign")?.forecastAt).toBe(day(9));
	});
});

const someDay = fc.integer({ min: 1, max: 60 });
const someMoment = someDay.map(noon);
const known = (names: readonly string[]) =>
	fc
		.tuple(...names.map(() => fc.option(someMoment)))
		.map((at) => Object.fromEntries(names.map((name, i) => [name, at[i] ?? null])));
const phaseKeys = ["kickoff", "floor", "pilot", "live"];
const someAnchors = fc
	.record({
		dates: known(anchorNames.filter((name) => name !== "phase_started")),
		phaseStartedAt: known(phaseKeys),
	})
	.map(({ dates, phaseStartedAt }) => ({ ...dates, phaseStartedAt }) as AnchorDates);

const someDraft = fc.record({
	status: fc.constantFrom(...itemStatuses, "open" as const, "open" as const),
	from: fc.option(fc.constantFrom(...anchorNames, "item" as const), { freq: 4 }),
	days: fc.integer({ min: -5, max: 15 }),
	unit: fc.constantFrom(...dayUnits),
	links: fc.array(fc.nat(20), { maxLength: 3 }),
	counted: fc.nat(20),
	doneAt: someMoment,
	override: fc.option(someDay.map(day), { freq: 3 }),
});

/** Items that come after earlier ones only, spread over the phases in order; with `isTangled`, after any. */
const someItems = (isTangled: boolean) =>
	fc.array(someDraft, { minLength: 1, maxLength: 16 }).map((drafts) =>
		drafts.map((draft, index): DatedItem => {
			const pick = (number: number) => `i${number % (isTangled ? drafts.length : Math.max(index, 1))}`;
			const canLink = isTangled || index > 0;
			const isDone = draft.status === "done" || draft.status === "waived";
			return {
				key: `i${index}`,
				phase: phaseKeys[Math.floor((index * phaseKeys.length) / drafts.length)] ?? "live",
				position: index,
				status: draft.status,
				due:
					draft.from === null || (draft.from === "item" && !canLink)
						? null
						: {
								from: draft.from,
								item: draft.from === "item" ? pick(draft.counted) : null,
								days: draft.days,
								unit: draft.unit,
							},
				after: canLink ? draft.links.map(pick) : [],
				doneAt: isDone ? draft.doneAt : null,
				dueOverride: draft.override,
			};
		}),
	);

const isNotEarlier = (before: string | null | undefined, after: string | null | undefined) =>
	before == null ? after == null : after != null && before <= after;

describe("whatever the plan", () => {
	const given = fc.record({ items: someItems(false), anchors: someAnchors, now: someMoment });

	it("an open item is expected neither before it is due, nor before what it comes after, nor in the past", () => {
		fc.assert(
			fc.property(given, ({ items, anchors, now }) => {
				const { dates } = plan({ items, anchors, now });
				for (const { key, after } of items.filter(({ status }) => status === "open" || status === "in_progress")) {
					const { dueAt, forecastAt } = dates.get(key) ?? {};
					const earlier = [dueAt, now.slice(0, 10), ...after.map((other) => dates.get(other)?.forecastAt)].filter(
						(at) => at != null,
					);
					expect(earlier.every((at) => at <= String(forecastAt))).toBe(true);
				}
			}),
		);
	});

	it("no date gets earlier because one that it depends on gets later", () => {
		const postponed = fc.tuple(given, fc.nat(20), fc.integer({ min: 1, max: 30 }), fc.boolean());
		fc.assert(
			fc.property(postponed, ([{ items, anchors, now }, which, days, hasTimePassed]) => {
				const late = (at: string | null) =>
					at && new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, at.length);
				const slipping = items.map((item, index) =>
					index === which % items.length
						? { ...item, doneAt: late(item.doneAt), dueOverride: late(item.dueOverride) }
						: item,
				);
				const lateNow = hasTimePassed ? String(late(now)) : now;
				const before = plan({ items, anchors, now });
				const after = plan({ items: slipping, anchors, now: lateNow });
				for (const { key } of items) {
					expect(isNotEarlier(before.dates.get(key)?.dueAt, after.dates.get(key)?.dueAt)).toBe(true);
					expect(isNotEarlier(before.dates.get(key)?.forecastAt, after.dates.get(key)?.forecastAt)).toBe(true);
				}
				expect(isNotEarlier(before.goLive.forecastAt, after.goLive.forecastAt)).toBe(true);
			}),
		);
	});

	it("every open item is expected some time, and the plan is the same twice, circles or not", () => {
		fc.assert(
			fc.property(someItems(true), someAnchors, someMoment, (items, anchors, now) => {
				const { dates, goLive } = plan({ items, anchors, now });
				const open = items.filter(({ status }) => status === "open" || status === "in_progress");
				expect(open.every(({ key }) => dates.get(key)?.forecastAt != null)).toBe(true);
				expect(goLive.forecastAt === null).toBe(open.every(({ phase }) => phase === "live"));
				expect(plan({ items, anchors, now })).toEqual({ dates, goLive });
			}),
		);
	});

	it("a chain of a thousand items is followed to its end", () => {
		const chain = Array.from({ length: 1000 }, (_, index) =>
			anItem(`i${index}`, index === 0 ? { dueOverride: day(30) } : { after: [`i${index - 1}`] }),
		);
		expect(datesOf("i999", { items: chain.reverse() })?.forecastAt).toBe(day(30));
	});
});
