import { createLocalReq } from "payload";
import type { CustomerRole } from "@/access/roles";
import { topTasks } from "@/domain/topTasks";
import { syncFloor } from "@/operations/floor/syncFloor";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import type { Opened } from "./openCustomer";

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

const floor = [
	{
		area: "Main pit",
		kind: "pit",
		tables: [
			["BJ 1", "blackjack"],
			["BJ 2", "blackjack"],
			["RL 1", "roulette"],
		],
	},
	{
		area: "Salon privé",
		kind: "high_limit",
		tables: [
			["BA 1", "baccarat"],
			["BA 2", "baccarat"],
		],
	},
] as const;

/** Areas, tables, game settings and the boundaries of the system of record (000 phase C), with the stopwatch's figures. */
export async function layOutFloor(desk: Desk, { casino, onboarding, facts }: Opened): Promise<void> {
	const { payload, system } = desk;
	const { id } = casino;
	for (const { area, kind, tables } of floor) {
		const made = await payload.create({
			collection: slug.floorAreas,
			data: { casino: id, name: area, kind, status: "active" },
			depth: 0,
			...system,
		});
		for (const [name, game] of tables) {
			await payload.create({
				collection: slug.gamingTables,
				data: {
					...{ casino: id, name, game, area: made.id, status: "open", isInPilot: kind === "pit" },
					...{ minBet: 2_500, maxBet: 500_000, currency: facts.currency },
				},
				depth: 0,
				...system,
			});
		}
	}
	await payload.update({
		collection: slug.casinoSettings,
		where: { casino: { equals: id } },
		data: {
			games: [
				{ game: "blackjack", variant: "Six decks, dealer stands", minBet: 2_500, maxBet: 500_000 },
				{ game: "baccarat", variant: "Punto banco", minBet: 10_000, maxBet: 2_000_000 },
			],
			boundaries: [
				{ record: "Visits and ratings", firstIn: "product", fallback: "Rating slips, entered within the shift" },
				{
					record: "Fills and credits",
					firstIn: "paper",
					onPaper: "Signed slips, for accounting",
					fallback: "The same slips",
				},
				{ record: "Player notes", firstIn: "product", fallback: "The pit's note book" },
			],
		},
		depth: 0,
		...system,
	});
	for (const [index, task] of topTasks.entries()) {
		await payload.create({
			collection: slug.spotChecks,
			data: { casino: id, onboarding: onboarding.id, task, seconds: 70 + 35 * index, observedAt: daysAgo(0) },
			depth: 0,
			...system,
		});
	}
	const req = await createLocalReq({ user: { ...colleague(desk, "ops"), collection: slug.users } }, payload);
	await syncFloor({ req, casinoId: id });
}

/** Training by role with who came, a pilot of two shifts, and its log (000 phase D). */
export async function trainAndPilot(desk: Desk, customer: Opened): Promise<void> {
	const { payload, system } = desk;
	const { casino, onboarding } = customer;
	const owned = { casino: casino.id, onboarding: onboarding.id };
	const { docs: staff } = await payload.find({
		collection: slug.staff,
		where: { casino: { equals: casino.id } },
		limit: 50,
		depth: 0,
		...system,
	});
	for (const role of ["pit_boss", "casino_admin"] satisfies CustomerRole[]) {
		const attendees = staff
			.filter((person) => person.role === role)
			.map(({ id }) => ({ person: id, hasAttended: true }));
		await payload.create({
			collection: slug.trainingSessions,
			data: {
				...{ ...owned, role, at: daysAgo(6), status: "held", durationMinutes: 90, attendees },
				...{ title: role === "pit_boss" ? "At the table: visits, ratings, notes" : "Staff, settings and reports" },
				trainer: "Noor Haddad",
			},
			depth: 0,
			...system,
		});
	}
	await payload.update({
		collection: slug.onboardings,
		id: onboarding.id,
		data: {
			pilot: { startsAt: daysAgo(4), endsAt: daysAgo(2), shiftsPlanned: 2, shiftsRecorded: 2 },
			goLiveAt: daysAgo(-1),
			announcement: "From the first shift on: if it is not in the product, it did not happen.",
			announcedAt: daysAgo(1),
			escalation: [{ name: "Noor Haddad", role: "Operations", reach: "ops@keyturn.example" }],
		},
		depth: 0,
		...system,
	});
	const issues = [
		{
			title: "Rating form loses the seat when the table is changed",
			severity: "major",
			outcome: "fix_now",
			next: "fixed",
		},
		{ title: "Wanted: average bet by quarter hour", severity: "minor", outcome: "roadmap", next: "deferred" },
	] as const;
	for (const { next, outcome, ...issue } of issues) {
		const { id } = await payload.create({
			collection: slug.pilotIssues,
			data: { ...owned, ...issue, status: "open", foundAt: daysAgo(3), reportedBy: "Pit boss, late shift" },
			depth: 0,
			...system,
		});
		for (const status of ["triaged", next] as const) {
			await payload.update({ collection: slug.pilotIssues, id, data: { status, outcome }, depth: 0, ...system });
		}
	}
}

/** Two weeks of use since the go-live, the first just above its threshold. */
export async function recordWeeks({ payload, system }: Desk, { casino, onboarding }: Opened): Promise<void> {
	await payload.update({
		collection: slug.onboardings,
		id: onboarding.id,
		data: { wentLiveAt: daysAgo(15) },
		depth: 0,
		...system,
	});
	const weeks = [
		{ week: 1, shiftsRecorded: 14, tablesUsed: 4, entries: 412, exceptions: 9 },
		{ week: 2, shiftsRecorded: 19, tablesUsed: 5, entries: 655, exceptions: 2 },
	];
	for (const { week, ...use } of weeks) {
		await payload.create({
			collection: slug.adoptionReports,
			data: {
				...{ casino: casino.id, onboarding: onboarding.id, week, source: "product", ...use },
				...{ startsOn: daysAgo(15 - 7 * (week - 1)), shiftsInScope: 21, tablesInScope: 5, medianSeconds: 140 },
				activeStaff: [
					{ role: "pit_boss", people: 5 + week },
					{ role: "cashier", people: 2 },
				],
			},
			depth: 0,
			...system,
		});
	}
}
