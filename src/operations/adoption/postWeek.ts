import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { servicePosts } from "@/access/scope";
import { startOfWeek } from "@/domain/adoption/weekOf";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { findShiftsProblem, readAgreedScope } from "./readScopes";
import { type WeekFigures, writeWeek } from "./writeWeek";

type Onboarding = { id: string; wentLiveAt: string | null };

/**
 * Takes a week's figures from a service account, for its own casino. The same week again brings the report up to date.
 *
 * @param input.onboardingId needed only where the casino has several that run
 * @throws Forbidden to everybody without the scope; NotFound; Conflict where it is not plain which onboarding is meant, or
 * nobody has said when it went live and the post does not say when the week began; InvalidInput for another number of shifts than
 * the agreed scope has
 */
export async function postWeek(input: {
	req: PayloadRequest;
	onboardingId: string | null;
	week: number;
	startsOn: string | null;
	figures: WeekFigures;
}): Promise<{ id: string; week: number; startsOn: string; isNew: boolean }> {
	const { req, week, figures } = input;
	const actor = actorOf(req);
	if (actor.kind !== "service" || !servicePosts(actor, slug.adoptionReports))
		throw new Forbidden("post adoption reports");
	const onboarding = await findOnboarding(req, actor.casino, input.onboardingId);
	const { wentLiveAt } = onboarding;
	const startsOn = input.startsOn ?? (wentLiveAt ? startOfWeek(wentLiveAt, week) : null);
	if (!startsOn) {
		throw new Conflict(
			"Say when the week began (startsOn): it is not on record when the casino went live.",
			"not_live",
		);
	}
	const scope = await readAgreedScope(req, onboarding.id);
	const problem = findShiftsProblem(scope, figures.shiftsInScope);
	if (problem) throw new InvalidInput([{ path: "shiftsInScope", message: problem }]);
	const written = await inTransaction(req, () =>
		writeWeek({
			req,
			casinoId: actor.casino,
			onboardingId: onboarding.id,
			week,
			startsOn,
			source: "api",
			scope,
			figures,
			why: "posted by a service account",
		}),
	);
	return { ...written, week, startsOn };
}

async function findOnboarding(req: PayloadRequest, casinoId: string, id: string | null): Promise<Onboarding> {
	const sql = await sqlOf(req);
	const [onboarding, another] = await sql<Onboarding>(
		`SELECT id, went_live_at AS "wentLiveAt" FROM onboardings
		 WHERE casino_id = $1::uuid AND (id = $2::uuid OR ($2::uuid IS NULL AND status IN ('open', 'on_hold'))) LIMIT 2`,
		[casinoId, id],
	);
	if (!onboarding) throw new NotFound("onboarding");
	if (another) throw new Conflict("Several onboardings run. Say which one is meant.", "ambiguous_onboarding");
	return onboarding;
}
