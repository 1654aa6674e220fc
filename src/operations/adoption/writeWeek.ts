import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { type AgreedScope, formatScope } from "@/domain/adoption/agreedScope";
import { isSameValue } from "@/domain/playbook/isSameValue";
import type { AdoptionReport } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

export type WeekFigures = Pick<
	AdoptionReport,
	"shiftsRecorded" | "shiftsInScope" | "tablesUsed" | "tablesInScope" | "entries" | "exceptions"
> & {
	areasUsed?: number;
	areasInScope?: number;
	shifts?: { name: string; inScope: number; recorded: number; entries: number }[];
	activeStaff: { role: NonNullable<AdoptionReport["activeStaff"]>[number]["role"]; people: number }[];
	medianSeconds?: number | null;
	note?: string | null;
};

/**
 * Writes a week's adoption report, or brings the one that is there up to date, in the caller's transaction. Figures that are the
 * same write nothing; what is left out of them stays.
 */
export async function writeWeek(input: {
	req: PayloadRequest;
	casinoId: string;
	onboardingId: string;
	week: number;
	startsOn: string;
	source: "product" | "api";
	/** What it was measured in; null when none was agreed. */
	scope: AgreedScope | null;
	figures: WeekFigures;
	why: string;
}): Promise<{ id: string; isNew: boolean }> {
	const { req, casinoId, onboardingId, week, startsOn, source, scope, figures, why } = input;
	const sql = await sqlOf(req);
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('adoption:' || $1, $2))", [onboardingId, week]);
	const [row] = await sql<{ id: string }>(
		"SELECT id FROM adoption_reports WHERE onboarding_id = $1::uuid AND week = $2",
		[onboardingId, week],
	);
	const data = { ...figures, startsOn, source, measuredScope: scope && formatScope(scope) };
	const system = asSystem(req, why);
	if (row) {
		const { id } = row;
		const existing = await req.payload.findByID({ collection: slug.adoptionReports, id, depth: 0, ...system });
		if (!isSaid(existing, data)) {
			await req.payload.update({ collection: slug.adoptionReports, id, data, depth: 0, ...system });
		}
		return { id, isNew: false };
	}
	const { id } = await req.payload.create({
		collection: slug.adoptionReports,
		data: { ...data, casino: casinoId, onboarding: onboardingId, week },
		depth: 0,
		...system,
	});
	return { id, isNew: true };
}

/** Whether the report says so already: the schedule reads the same week many times. */
function isSaid(existing: AdoptionReport, data: object): boolean {
	const stored: Record<string, unknown> = { ...existing };
	return Object.entries(data).every(([name, value]) => isSameValue(withoutIds(stored[name]) ?? null, value ?? null));
}

/** Rows of an array have ids of their own. */
const withoutIds = (value: unknown) =>
	Array.isArray(value) ? value.map(({ id: _, ...row }: Record<string, unknown>) => row) : value;
