import { slug } from "@/slugs";
import { type Desk, together } from "./desk";
import { daysAgo } from "./handleItems";
import { enter } from "./journey";
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

/** Four weeks of use since the go-live: the first above its threshold, the second below, the others well above. */
export async function recordWeeks(desk: Desk, customer: Opened): Promise<void> {
	const { casino, onboarding } = customer;
	await enter(desk, customer, { wentLiveAt: daysAgo(28) });
	await together(desk, async (system) => {
		for (const { week, ...use } of weeks) {
			await desk.payload.create({
				collection: slug.adoptionReports,
				data: {
					...{ casino: casino.id, onboarding: onboarding.id, week, source: "product", ...use },
					...{ startsOn: daysAgo(28 - 7 * (week - 1)), shiftsInScope: 21, tablesInScope: 5 },
					...{ medianSeconds: 170 - 15 * week },
					activeStaff: [
						{ role: "pit_boss", people: 5 + week },
						{ role: "cashier", people: 2 },
					],
				},
				depth: 0,
				...system,
			});
		}
	});
}
