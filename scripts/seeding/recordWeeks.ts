import { countWeeklyShifts, formatScope } from "@/domain/adoption/agreedScope";
import { topTasks } from "@/domain/topTasks";
import { readAgreedScope } from "@/operations/adoption/readScopes";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import { type Desk, together } from "./desk";
import { daysAgo } from "./handleItems";
import type { Opened } from "./openCustomer";

const weeks = [
	{
		week: 1,
		shiftsRecorded: 14,
		tablesUsed: 4,
		entries: 412,
		exceptions: 9,
		note: "The late shift began on Wednesday.",
	},
	{
		week: 2,
		shiftsRecorded: 16,
		tablesUsed: 4,
		entries: 520,
		exceptions: 3,
		note: "Two pit bosses were away, and their stand-ins wrote on paper.",
	},
	{ week: 3, shiftsRecorded: 19, tablesUsed: 5, entries: 655, exceptions: 2, note: "The stand-ins were trained." },
	{ week: 4, shiftsRecorded: 20, tablesUsed: 5, entries: 689, exceptions: 1, note: null },
];

/** Days since the go-live: the fourth week has ended, and its last shift. */
export const liveFor = 30;

/** Four weeks of use since the go-live, each with a spot check: the first above its threshold, the second below, the others well above. */
export async function recordWeeks(desk: Desk, customer: Opened): Promise<void> {
	const { casino, onboarding } = customer;
	const scope = await readAgreedScope(await actAs(desk, customer, "ops"), onboarding.id);
	if (!scope) throw new Error(`${customer.facts.casino} has agreed no scope.`);
	await together(desk, async (system) => {
		for (const { week, ...use } of weeks) {
			await desk.payload.create({
				collection: slug.adoptionReports,
				data: {
					...{ casino: casino.id, onboarding: onboarding.id, week, source: "product", ...use },
					...{ startsOn: daysAgo(liveFor - 7 * (week - 1)), shiftsInScope: countWeeklyShifts(scope), tablesInScope: 5 },
					...{ areasInScope: 2, areasUsed: 2, measuredScope: formatScope(scope) },
					...{ medianSeconds: 170 - 15 * week, shifts: byShift(use) },
					activeStaff: [
						{ role: "pit_boss", people: 5 + week },
						{ role: "casino_admin", people: 1 },
					],
				},
				depth: 0,
				...system,
			});
			await desk.payload.create({
				collection: slug.spotChecks,
				data: {
					...{ casino: casino.id, onboarding: onboarding.id, task: topTasks[week] ?? "find_player" },
					...{ seconds: 170 - 15 * week, observedAt: daysAgo(liveFor - 7 * (week - 1) - 3) },
				},
				depth: 0,
				...system,
			});
		}
	});
}

/** The night is the quietest: what is missing is missing there. */
function byShift({ shiftsRecorded, entries }: { shiftsRecorded: number; entries: number }) {
	const night = Math.max(shiftsRecorded - 14, 0);
	const late = Math.min(shiftsRecorded - night, 7);
	const early = shiftsRecorded - night - late;
	const each = Math.floor(entries / shiftsRecorded);
	return [
		{ name: "Early", inScope: 7, recorded: early, entries: early * each },
		{ name: "Late", inScope: 7, recorded: late, entries: entries - (early + night) * each },
		{ name: "Night", inScope: 7, recorded: night, entries: night * each },
	];
}
