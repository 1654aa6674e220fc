import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeToLive, type Wait } from "@/domain/playbook/timeToLive";

/** 2026-01-01 and so many hours. */
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
const wait = (on: Wait["on"], since: number, until: number | null): Wait => ({
	on,
	since: at(since),
	until: until === null ? null : at(until),
});
const hours = (from: number, to: number, ...waits: Wait[]) =>
	Object.fromEntries(
		Object.entries(timeToLive({ from: at(from), to: at(to), waits })).map(([name, time]) => [name, time / 3_600_000]),
	);

describe("time to live", () => {
	it("is ours when nobody was waited for", () => {
		expect(hours(0, 10)).toEqual({ total: 10, waitingOnCustomer: 0, waitingOnThirdParty: 0, ours: 10 });
	});

	it("is told apart by who was waited for", () => {
		expect(hours(0, 10, wait("customer", 1, 3), wait("third_party", 5, 8), wait("us", 8, 9))).toEqual({
			total: 10,
			waitingOnCustomer: 2,
			waitingOnThirdParty: 3,
			ours: 5,
		});
	});

	it("counts only what of a wait lies in the span", () => {
		expect(hours(2, 10, wait("customer", 0, 3), wait("third_party", 9, 20))).toMatchObject({
			waitingOnCustomer: 1,
			waitingOnThirdParty: 1,
		});
		expect(hours(2, 10, wait("customer", 0, 2), wait("customer", 10, 12)).ours).toBe(8);
	});

	it("counts a wait that lasts up to the end", () => {
		expect(hours(0, 10, wait("customer", 4, null)).waitingOnCustomer).toBe(6);
	});

	it("counts a moment once, however many waits it belongs to", () => {
		expect(hours(0, 10, wait("customer", 1, 5), wait("customer", 2, 3), wait("customer", 4, 6)).waitingOnCustomer).toBe(
			5,
		);
	});

	it("counts a moment for the customer when a third party is waited for as well", () => {
		expect(hours(0, 10, wait("third_party", 1, 6), wait("customer", 2, 4))).toMatchObject({
			waitingOnCustomer: 2,
			waitingOnThirdParty: 3,
		});
	});

	it("is nothing when the span or a wait ends before it begins", () => {
		expect(hours(5, 0, wait("customer", 0, 5))).toEqual({
			total: 0,
			waitingOnCustomer: 0,
			waitingOnThirdParty: 0,
			ours: 0,
		});
		expect(hours(0, 10, wait("customer", 5, 2)).ours).toBe(10);
	});
});

const someHour = fc.integer({ min: -5, max: 30 });
const someWaits = fc.array(
	fc
		.tuple(fc.constantFrom<Wait["on"]>("us", "customer", "third_party"), someHour, fc.option(someHour))
		.map((parts) => wait(...parts)),
	{ maxLength: 8 },
);

/** Hour by hour, as one would count on paper. */
function countHours(from: number, to: number, waits: readonly Wait[]) {
	const counted = { total: 0, waitingOnCustomer: 0, waitingOnThirdParty: 0, ours: 0 };
	for (let hour = from; hour < to; hour++) {
		const during = waits.filter(({ since, until }) => since <= at(hour) && (until === null || until > at(hour)));
		counted.total++;
		if (during.some(({ on }) => on === "customer")) counted.waitingOnCustomer++;
		else if (during.some(({ on }) => on === "third_party")) counted.waitingOnThirdParty++;
		else counted.ours++;
	}
	return counted;
}

it("every moment is somebody's, whatever the waits", () => {
	fc.assert(
		fc.property(someHour, someHour, someWaits, (from, to, waits) => {
			expect(hours(from, to, ...waits)).toEqual(countHours(from, to, waits));
		}),
	);
});
