import type { PayloadRequest } from "payload";
import { lastWeek, startOfWeek, weekToMeasure } from "@/domain/adoption/weekOf";
import { hasCome, plusDays } from "@/domain/elapsed";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { inTransaction } from "../inTransaction";
import { portsOf } from "../portsOf";
import { type WeekFigures, writeWeek } from "./writeWeek";

export type Pulled = { id: string; week: number; startsOn: string } & Omit<WeekFigures, "medianSeconds" | "note">;

/**
 * Reads a week's use from the product and writes it into the week's adoption report; what somebody noted there stays. The product
 * is asked outside any transaction. Safe to call again.
 *
 * @param input.week 1 is the week of the go-live; left out, the last one that is over
 * @throws NotFound, VendorFailed; Conflict before the go-live; InvalidInput for a week that has not begun
 */
export async function pullAdoption(input: {
	req: PayloadRequest;
	onboardingId: string;
	week?: number;
	now?: Date;
}): Promise<Pulled> {
	const { req, onboardingId } = input;
	const now = (input.now ?? new Date()).toISOString();
	const sql = await sqlOf(req);
	const [onboarding] = await sql<{ casinoId: string; wentLiveAt: string | null }>(
		`SELECT casino_id AS "casinoId", went_live_at AS "wentLiveAt" FROM onboardings WHERE id = $1::uuid`,
		[onboardingId],
	);
	if (!onboarding) throw new NotFound("onboarding");
	const { casinoId, wentLiveAt } = onboarding;
	const week = input.week ?? weekToMeasure(wentLiveAt, now);
	if (!wentLiveAt || week === null) {
		throw new Conflict("There is no use to measure before the go-live. Enter when it went live first.", "not_live");
	}
	const startsOn = startOfWeek(wentLiveAt, week);
	if (week > lastWeek || !hasCome(startsOn, now)) {
		throw new InvalidInput([{ path: "week", message: `Week ${week} has not begun.` }]);
	}
	const usage = await portsOf(req).product.readUsage({ casinoId, from: startsOn, to: plusDays(startsOn, 7) });
	const figures = { ...usage, activeStaff: usage.activeStaff as WeekFigures["activeStaff"] };
	const { id } = await inTransaction(req, () =>
		writeWeek({
			req,
			casinoId,
			onboardingId,
			week,
			startsOn,
			source: "product",
			figures,
			why: "read from the product",
		}),
	);
	return { id, week, startsOn, ...figures };
}
