import type { Payload } from "payload";
import { findAgreedScope, formatScope, type WrittenScopes } from "@/domain/adoption/agreedScope";
import { longestHypercare } from "@/domain/adoption/hypercareWeeks";
import { longestPilot, pilotWeek, startOfWeek, weekToMeasure } from "@/domain/adoption/weekOf";
import { hasDayCome, isDayOver, plusDays } from "@/domain/calendar/day";
import { NotFound, VendorFailed } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";
import { pullAdoption } from "./pullAdoption";
import { scopesSql } from "./scopesSql";

/** Whether the schedule, which comes each minute, asks the product now: one that is away is not asked again at once. */
const isTime = (now: Date) => now.getUTCMinutes() % 15 === 0;

type Report = { week: number; startsOn: string; source: string; scope: string | null };
type Row = {
	id: string;
	wentLiveAt: string | null;
	pilotStartsAt: string | null;
	pilotEndsAt: string | null;
	scopes: WrittenScopes;
	reports: Report[];
	/** On the casino's clock. */
	today: string;
};

/**
 * Reads from the product what is to be measured of every running onboarding: each week that ended without a report, each that was
 * read before its last shift was over or a scope was agreed, and the pilot while it runs. What was posted or entered stays. For the schedule.
 * @returns how many reports were asked for
 */
export async function pullEndedWeeks({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	if (!isTime(now)) return 0;
	const sql = await sqlOf({ payload });
	const rows = await sql<Row>(
		`SELECT o.id, o.went_live_at AS "wentLiveAt",
			o.pilot_starts_at AS "pilotStartsAt",
			o.pilot_ends_at AS "pilotEndsAt", ${todaySql("c.timezone", "$1::timestamptz")} AS today, ${scopesSql} AS scopes,
			coalesce((SELECT json_agg(json_build_object('week', r.week, 'startsOn', r.starts_on,
				'source', r.source, 'scope', r.measured_scope)) FROM adoption_reports r WHERE r.onboarding_id = o.id), '[]') AS reports
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 WHERE o.status = 'open' AND c.status = 'live'
			AND (o.went_live_at <= ($1::timestamptz - interval '6 days')::date OR o.pilot_starts_at <= ($1::timestamptz + interval '1 day')::date)`,
		[now],
	);
	const due = rows.flatMap((row) => findDue(row).map((week) => ({ id: row.id, week })));
	return keepEach(due, async ({ id, week }) => {
		const req = await systemRequest(payload, "a week of use ended");
		try {
			await pullAdoption({ req, onboardingId: id, week, now });
		} catch (error) {
			const passes = error instanceof NotFound || (error instanceof VendorFailed && error.isTransient);
			if (!passes) throw error;
			payload.logger.warn({
				msg: `The use of week ${week} of onboarding ${id} is not known yet`,
				reason: error.message,
			});
		}
	});
}

/** A report is read again until the day after its last is over too: the last shift ends on that day. */
const isSettled = (dayAfter: string, today: string) => isDayOver(dayAfter, today);

function findDue(row: Row): number[] {
	return [...findDueWeeks(row), ...(isPilotDue(row) ? [pilotWeek] : [])];
}

function isPilotDue({ pilotStartsAt, pilotEndsAt, scopes, reports, today }: Row): boolean {
	const scope = findAgreedScope(scopes, "pilot");
	if (!pilotStartsAt || !scope || !hasDayCome(pilotStartsAt, today)) return false;
	const report = reports.find(({ week }) => week === pilotWeek);
	const isOfNow = report?.scope === formatScope(scope) && report.startsOn === pilotStartsAt;
	const end = pilotEndsAt ? plusDays(pilotEndsAt, 1) : plusDays(pilotStartsAt, longestPilot);
	return !isOfNow || !isSettled(end, today);
}

function findDueWeeks({ wentLiveAt, reports, scopes, today }: Row): number[] {
	if (!wentLiveAt) return [];
	const isScoped = findAgreedScope(scopes, "goLive") !== null;
	const ended = (weekToMeasure(wentLiveAt, today) ?? 0) - (hasDayCome(startOfWeek(wentLiveAt, 2), today) ? 0 : 1);
	const weeks = Array.from({ length: Math.max(ended, 0) }, (_, index) => index + 1);
	return weeks.filter((week) => {
		const report = reports.find((one) => one.week === week);
		if (!report) return week <= longestHypercare || week === ended;
		if (report.source !== "product") return false;
		return (isScoped && report.scope === null) || !isSettled(startOfWeek(wentLiveAt, week + 1), today);
	});
}
