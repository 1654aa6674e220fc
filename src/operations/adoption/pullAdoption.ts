import type { PayloadRequest } from "payload";
import { findAgreedScope, findScopeGap } from "@/domain/adoption/agreedScope";
import { lastWeek, longestPilot, pilotWeek, startOfWeek, weekToMeasure } from "@/domain/adoption/weekOf";
import { daysSince, hasCome, plusDays } from "@/domain/elapsed";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction } from "../inTransaction";
import { portsOf } from "../portsOf";
import { readScopes } from "./readScopes";
import { type WeekFigures, writeWeek } from "./writeWeek";

export type Pulled = { id: string; week: number; startsOn: string } & Omit<WeekFigures, "medianSeconds" | "note">;

/** Days as YYYY-MM-DD. */
type Onboarding = {
	casinoId: string;
	wentLiveAt: string | null;
	pilotStartsAt: string | null;
	pilotEndsAt: string | null;
};

/**
 * Reads a week's use, or the pilot's, from the product and writes it into its adoption report, measured in the scope that is agreed
 * now; what somebody noted there stays. The product is asked outside any transaction. Safe to call again.
 *
 * @param input.week 1 is the week of the go-live, 0 the pilot; left out, the last week that is over
 * @throws NotFound, VendorFailed; Conflict before the go-live, or before a pilot with an agreed scope; InvalidInput for a week that
 * has not begun
 */
export async function pullAdoption(input: {
	req: PayloadRequest;
	onboardingId: string;
	week?: number;
	now?: Date;
}): Promise<Pulled> {
	const { req, onboardingId } = input;
	const now = (input.now ?? new Date()).toISOString();
	const onboarding = await readOnboarding(req, onboardingId);
	const scopes = await readScopes(req, onboardingId);
	const isPilot = input.week === pilotWeek;
	const gap = isPilot ? findScopeGap(scopes, "pilot") : null;
	if (gap) throw new Conflict(`No pilot scope agreed yet: ${gap} missing.`, "no_scope");
	const { week, startsOn, days } = isPilot ? findPilotDays(onboarding, now) : findWeek(onboarding, input.week, now);
	const scope = findAgreedScope(scopes, isPilot ? "pilot" : "goLive");
	const usage = await portsOf(req).product.readUsage({
		casinoId: onboarding.casinoId,
		from: startsOn.slice(0, 10),
		days,
		scope: scope && {
			areaIds: scope.areas.map(({ id }) => id),
			tableIds: scope.tables.map(({ id }) => id),
			shifts: scope.shifts,
		},
	});
	const figures = { ...usage, activeStaff: usage.activeStaff as WeekFigures["activeStaff"] };
	const place = { casinoId: onboarding.casinoId, onboardingId, week, startsOn };
	const { id } = await inTransaction(req, () =>
		writeWeek({ req, ...place, source: "product", scope, figures, why: "read from the product" }),
	);
	return { id, week, startsOn, ...figures };
}

async function readOnboarding(req: PayloadRequest, onboardingId: string): Promise<Onboarding> {
	const sql = await sqlOf(req);
	const [onboarding] = await sql<Onboarding>(
		`SELECT casino_id AS "casinoId", went_live_at AS "wentLiveAt", pilot_starts_at AS "pilotStartsAt",
			pilot_ends_at AS "pilotEndsAt" FROM onboardings WHERE id = $1::uuid`,
		[onboardingId],
	);
	if (!onboarding) throw new NotFound("onboarding");
	return onboarding;
}

function findWeek({ wentLiveAt }: Onboarding, asked: number | undefined, now: string) {
	const week = asked ?? weekToMeasure(wentLiveAt, now);
	if (!wentLiveAt || week === null) {
		throw new Conflict("There is no use to measure before the go-live. Enter when it went live first.", "not_live");
	}
	const startsOn = startOfWeek(wentLiveAt, week);
	if (week > lastWeek || !hasCome(startsOn, now)) {
		throw new InvalidInput([{ path: "week", message: `Week ${week} has not begun.` }]);
	}
	return { week, startsOn, days: 7 };
}

/** Days that a pilot whose end is far off is read for. */
const mostDays = 92;

function findPilotDays({ pilotStartsAt, pilotEndsAt }: Onboarding, now: string) {
	if (!pilotStartsAt || !hasCome(plusDays(pilotStartsAt, -1), now)) {
		throw new Conflict("The pilot has not begun. Enter when it begins first.", "pilot_not_begun");
	}
	const days = pilotEndsAt ? daysSince(pilotStartsAt, pilotEndsAt) + 1 : longestPilot;
	return { week: pilotWeek, startsOn: plusDays(pilotStartsAt, 0), days: Math.min(Math.max(days, 1), mostDays) };
}
