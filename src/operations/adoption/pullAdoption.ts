import type { PayloadRequest } from "payload";
import { findAgreedScope, findScopeGap } from "@/domain/adoption/agreedScope";
import { lastWeek, longestPilot, pilotWeek, startOfWeek, weekToMeasure } from "@/domain/adoption/weekOf";
import { daysBetween, hasDayCome } from "@/domain/calendar/day";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { todaySql } from "@/queue/daySql";
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
	/** On the casino's clock. */
	today: string;
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
	const onboarding = await readOnboarding(req, onboardingId, input.now ?? new Date());
	const scopes = await readScopes(req, onboardingId);
	const isPilot = input.week === pilotWeek;
	const gap = isPilot ? findScopeGap(scopes, "pilot") : null;
	if (gap) throw new Conflict(`No pilot scope agreed yet: ${gap} missing.`, "no_scope");
	const { week, startsOn, days } = isPilot ? findPilotDays(onboarding) : findWeek(onboarding, input.week);
	const scope = findAgreedScope(scopes, isPilot ? "pilot" : "goLive");
	const usage = await portsOf(req).product.readUsage({
		casinoId: onboarding.casinoId,
		from: startsOn,
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

async function readOnboarding(req: PayloadRequest, onboardingId: string, now: Date): Promise<Onboarding> {
	const sql = await sqlOf(req);
	const [onboarding] = await sql<Onboarding>(
		`SELECT o.casino_id AS "casinoId", o.went_live_at AS "wentLiveAt", o.pilot_starts_at AS "pilotStartsAt",
			o.pilot_ends_at AS "pilotEndsAt", ${todaySql("c.timezone", "$2::timestamptz")} AS today
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id WHERE o.id = $1::uuid`,
		[onboardingId, now],
	);
	if (!onboarding) throw new NotFound("onboarding");
	return onboarding;
}

function findWeek({ wentLiveAt, today }: Onboarding, asked: number | undefined) {
	const week = asked ?? weekToMeasure(wentLiveAt, today);
	if (!wentLiveAt || week === null) {
		throw new Conflict("There is no use to measure before the go-live. Enter when it went live first.", "not_live");
	}
	const startsOn = startOfWeek(wentLiveAt, week);
	if (week > lastWeek || !hasDayCome(startsOn, today)) {
		throw new InvalidInput([{ path: "week", message: `Week ${week} has not begun.` }]);
	}
	return { week, startsOn, days: 7 };
}

/** Days that a pilot whose end is far off is read for. */
const mostDays = 92;

function findPilotDays({ pilotStartsAt, pilotEndsAt, today }: Onboarding) {
	if (!pilotStartsAt || !hasDayCome(pilotStartsAt, today)) {
		throw new Conflict("The pilot has not begun. Enter when it begins first.", "pilot_not_begun");
	}
	const days = pilotEndsAt ? daysBetween(pilotStartsAt, pilotEndsAt) + 1 : longestPilot;
	return { week: pilotWeek, startsOn: pilotStartsAt, days: Math.min(Math.max(days, 1), mostDays) };
}
