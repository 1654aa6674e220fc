import { describe, expect, test } from "vitest";
import type { Floor } from "@/domain/floor/floorImport";
import { planAreas, planRoster, planTables } from "@/domain/floor/planFloorImport";

const main = { id: "a-1", name: "Main Pit", kind: "pit", status: "active" } as const;
const table = {
	id: "t-1",
	name: "BJ-1",
	area: "Main Pit",
	areaId: "a-1",
	game: "blackjack",
	minBet: 2_500,
	maxBet: 50_000,
	currency: "usd",
	status: "open",
	isInPilot: true,
} as const;
const pia = { id: "s-1", email: "pia@x.example", name: "Pia", role: "pit_boss", status: "active", invitedAs: null };
const ian = {
	id: "s-2",
	email: "ian@x.example",
	name: "Ian",
	role: "cashier",
	status: "invited",
	invitedAs: "cashier",
};
const floor: Floor = { areas: [main], tables: [table], people: [pia, ian] };
const roles = ["casino_admin", "pit_boss", "cashier"];

const tables = (csv: string) => planTables({ csv, floor });
const roster = (csv: string) => planRoster({ csv, floor, roles, findGrantProblem: () => null });

describe("areas", () => {
	test("new, changed and unchanged ones are told apart, whatever the case of their names", () => {
		const { rows, problems } = planAreas({ csv: "name,kind\nMain Pit,High limit\nEast,\nmain pit2,pit", floor });
		expect(problems).toEqual([]);
		expect(rows.map(({ line, act, id }) => [line, act, id])).toEqual([
			[2, "change", "a-1"],
			[3, "create", null],
			[4, "create", null],
		]);
		expect(rows[0]).toMatchObject({ before: { kind: "pit" }, after: { kind: "high_limit", status: "active" } });
		expect(rows[1]?.after).toEqual({ name: "East", kind: "pit", status: "active" });
		expect(planAreas({ csv: "name\nMain Pit", floor }).rows).toMatchObject([{ act: "keep" }]);
	});

	test("what only looks like another name is the same one, and is written as it looks", () => {
		const seen = "Main\u00a0 Pit\u200b";
		expect(planAreas({ csv: `name\n${seen}`, floor }).rows).toMatchObject([{ act: "keep", id: "a-1" }]);
		expect(planAreas({ csv: "name\nCafe\u0301\u2009Nord", floor }).rows[0]?.after).toMatchObject({ name: "Café Nord" });
		const { problems } = planAreas({ csv: "name\nEast Hall\nEast\u00a0Hall", floor });
		expect(problems).toEqual([{ line: 3, column: "name", message: "“East Hall” is on line 2 already." }]);
		const odd = { ...floor, areas: [{ ...main, name: "Main\u00a0Pit" }] };
		expect(planTables({ csv: "name,area\nBJ-1,Main Pit", floor: odd }).rows[0]?.after).toMatchObject({ areaId: "a-1" });
	});

	test("a name twice, an unknown kind and an empty name are told at their cells", () => {
		const { rows, problems } = planAreas({ csv: 'name,kind\nEast,cellar\nWest,pit\nwest,pit\n"",pit', floor });
		expect(rows.map(({ after }) => after.name)).toEqual(["West"]);
		expect(problems).toEqual([
			{ line: 2, column: "kind", message: "“cellar” is none of pit, poker_room, high_limit, other." },
			{ line: 4, column: "name", message: "“west” is on line 3 already." },
			{ line: 5, column: "name", message: "It is empty." },
		]);
	});
});

describe("tables", () => {
	test("money is read in major units, exactly, in the table's currency", () => {
		const csv =
			"name,area,game,min_bet,max_bet,currency,in_pilot\nP-1,main pit,Poker,25,1250.50,eur,yes\nP-2,,,500,,jpy,";
		const { rows, problems } = tables(csv);
		expect(problems).toEqual([]);
		expect(rows.map(({ after }) => after)).toMatchObject([
			{ area: "Main Pit", areaId: "a-1", game: "poker", minBet: 2_500, maxBet: 125_050, isInPilot: true },
			{ area: null, minBet: 500, maxBet: null, currency: "jpy", status: "closed", isInPilot: false },
		]);
	});

	test("an empty cell and a missing column leave a table as it is", () => {
		expect(tables("name,status,game\nBJ-1,,").rows).toMatchObject([{ act: "keep" }]);
		expect(tables("name,max_bet\nBJ-1,600").rows).toMatchObject([
			{ act: "change", before: { maxBet: 50_000 }, after: { maxBet: 60_000, minBet: 2_500, area: "Main Pit" } },
		]);
	});

	test.each([
		["area\nBJ-2,Roof", "area", /There is no area “Roof” here/],
		["min_bet\nBJ-2,2.555", "min_bet", /not an amount in USD/],
		["min_bet\nBJ-1,600", "max_bet", /below the lowest, 600.00/],
		["currency\nBJ-2,doubloons", "currency", /not a currency code/],
		["status\nBJ-2,burning", "status", /none of open, closed, out_of_service/],
		["in_pilot\nBJ-2,maybe", "in_pilot", /none of yes/],
	])("name,%j is refused at %s", (csv, column, message) => {
		const { rows, problems } = tables(`name,${csv}`);
		expect(rows).toEqual([]);
		expect(problems).toEqual([{ line: 2, column, message: expect.stringMatching(message) }]);
	});

	test("bets do not follow a change of the currency alone", () => {
		expect(tables("name,currency\nBJ-1,jpy").problems.map(({ column }) => column)).toEqual(["min_bet", "max_bet"]);
		expect(tables("name,currency,min_bet,max_bet\nBJ-1,jpy,500,9000").rows).toMatchObject([
			{ after: { currency: "jpy", minBet: 500, maxBet: 9_000 } },
		]);
	});
});

describe("the roster", () => {
	test("people are known by their address, in any case", () => {
		const { rows, problems } = roster("name,email,role\nPia Reis,PIA@x.example,pit boss\nNo One,no@x.example,Cashier");
		expect(problems).toEqual([]);
		expect(rows).toMatchObject([
			{ act: "change", id: "s-1", after: { email: "pia@x.example", name: "Pia Reis", role: "pit_boss" } },
			{ act: "create", after: { email: "no@x.example", role: "cashier" } },
		]);
	});

	test("no address, no name, no role, and a role against an open invitation are refused", () => {
		const { rows, problems } = roster("name,email,role\n,nobody,boss\nIan,ian@x.example,pit_boss\nX,x@x.example,");
		expect(rows).toEqual([]);
		expect(problems.map(({ line, column }) => [line, column])).toEqual([
			[2, "email"],
			[2, "name"],
			[2, "role"],
			[3, "role"],
			[4, "role"],
		]);
	});
});
