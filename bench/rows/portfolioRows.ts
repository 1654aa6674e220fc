import { type Row, shown } from "../parts/result";
import type { Measured } from "../parts/sendRequests";

const READ_MS = 300;
const TICK_MS = 50;
const HOME_MS = 100;
const MOST_STATEMENTS = 10;

export type View = "board" | "myWork" | "onboarding" | "dashboard" | "casino360" | "portal";
/** Statements that each screen takes. */
export type Counted = Record<View, number>;

type Reading = { few: Counted; many: Counted; taken: Record<View, Measured> };

const say = ({ p50, p95 }: Measured) => `median ${shown(p50, "ms")}, p95 ${shown(p95, "ms")}`;
const sayStatements = ({ few, many }: Reading, view: View) => `${few[view]} statements at 100, ${many[view]} at 10 000`;
const isConstant = ({ few, many }: Reading, views: View[]) =>
	views.every((view) => few[view] > 0 && few[view] === many[view]);

export function portfolioRow(
	measured: Reading & { tick: Measured; counted: { requests: number; ticks: number } },
): Row {
	const { taken, tick, counted } = measured;
	const views: View[] = ["board", "myWork", "onboarding"];
	const read = (view: View) => `${say(taken[view])}; ${sayStatements(measured, view)}`;
	return {
		name: "Portfolio of 10 000 onboardings with 80 items each",
		target:
			"board, my work and one onboarding p95 ≤ 300 ms each in a constant number of statements; ticking an item p95 ≤ 50 ms",
		figures: {
			board: read("board"),
			"my work": read("myWork"),
			"one onboarding": read("onboarding"),
			"ticking an item": say(tick),
		},
		ratio: null,
		isMet: views.every((view) => taken[view].p95 <= READ_MS) && isConstant(measured, views) && tick.p95 <= TICK_MS,
		method: `Over HTTP, one request after the other, as an operator, each answer read to its end: the whole pages, rendered (${counted.requests} of each; the board holds every open onboarding of three playbooks, an onboarding's page is another one's each time), and ${counted.ticks} ticks of items of different onboardings, each with the review of the plan that follows from it, committed to the disk. Statements are all that the server sends for one request, those that sign its sender in included.`,
	};
}

export function openingRow({ opened, statements }: { opened: Measured; statements: number }): Row {
	return {
		name: "Opening an onboarding of 80 items from a playbook",
		target: "one transaction, ≤ 10 statements",
		figures: { "in its transaction": `${statements} statements`, "whole request": say(opened) },
		ratio: null,
		isMet: statements > 0 && statements <= MOST_STATEMENTS,
		method:
			"POST /api/onboardings as an operator among 10 000 others, for another customer each time; the statements between BEGIN and COMMIT.",
	};
}

export function homesRow(measured: Reading & { requests: number }): Row {
	const { taken, requests } = measured;
	const views: View[] = ["portal", "casino360"];
	const read = (view: View) =>
		`first byte p95 ${shown(taken[view].firstByteP95, "ms")}, whole ${say(taken[view])}; ${sayStatements(measured, view)}`;
	return {
		name: "Portal home and a casino's 360° view, 10 000 onboardings",
		target: "first byte p95 ≤ 100 ms, in a constant number of statements",
		figures: { "portal home": read("portal"), "360° view": read("casino360"), dashboard: read("dashboard") },
		ratio: null,
		isMet: views.every((view) => taken[view].firstByteP95 <= HOME_MS) && isConstant(measured, views),
		method: `Over HTTP, one request after the other, the whole pages, ${requests} of each: the portal as ten customers in turn, the 360° view as an operator of another casino each time; the dashboard for comparison.`,
	};
}
