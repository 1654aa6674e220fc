import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { AdoptionReport } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

export type WeekFigures = Pick<
	AdoptionReport,
	"shiftsRecorded" | "shiftsInScope" | "tablesUsed" | "tablesInScope" | "entries" | "exceptions"
> & {
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
	figures: WeekFigures;
	why: string;
}): Promise<{ id: string; isNew: boolean }> {
	const { req, casinoId, onboardingId, week, startsOn, source, figures, why } = input;
	const sql = await sqlOf(req);
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('adoption:' || $1, $2))", [onboardingId, week]);
	const [existing] = await sql<{ id: string }>(
		"SELECT id FROM adoption_reports WHERE onboarding_id = $1::uuid AND week = $2",
		[onboardingId, week],
	);
	const data = { ...figures, startsOn, source };
	const system = asSystem(req, why);
	if (existing) {
		await req.payload.update({ collection: slug.adoptionReports, id: existing.id, data, depth: 0, ...system });
		return { id: existing.id, isNew: false };
	}
	const { id } = await req.payload.create({
		collection: slug.adoptionReports,
		data: { ...data, casino: casinoId, onboarding: onboardingId, week },
		depth: 0,
		...system,
	});
	return { id, isNew: true };
}
