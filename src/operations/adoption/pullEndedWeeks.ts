import type { Payload } from "payload";
import { startOfWeek, weekToMeasure } from "@/domain/adoption/weekOf";
import { hasCome, plusDays } from "@/domain/elapsed";
import { NotFound, VendorFailed } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { systemRequest } from "../inTransaction";
import { keepEach } from "../schedule/keepEach";
import { pullAdoption } from "./pullAdoption";

/** Whether the schedule, which comes each minute, asks the product now: one that is away is not asked again at once. */
const isTime = (now: Date) => now.getUTCMinutes() % 15 === 0;

/**
 * Reads from the product the last week that ended of every live onboarding, where there is no report of it yet: one that was
 * posted or entered stays. For the schedule. @returns how many were asked for
 */
export async function pullEndedWeeks({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
	if (!isTime(now)) return 0;
	const sql = await sqlOf({ payload });
	const live = await sql<{ id: string; wentLiveAt: string; reported: number[] }>(
		`SELECT o.id, o.went_live_at AS "wentLiveAt",
			ARRAY(SELECT r.week::int FROM adoption_reports r WHERE r.onboarding_id = o.id) AS reported
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 WHERE o.status = 'open' AND c.status = 'live' AND o.went_live_at <= ($1::timestamptz - interval '6 days')::date`,
		[now],
	);
	const due = live.flatMap(({ id, wentLiveAt, reported }) => {
		const week = weekToMeasure(wentLiveAt, now.toISOString());
		const isOver = week !== null && hasCome(plusDays(startOfWeek(wentLiveAt, week), 7), now.toISOString());
		return isOver && !reported.includes(week) ? [{ id, week }] : [];
	});
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
