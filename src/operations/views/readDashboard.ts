import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { readWaitingApprovals } from "../approvals/readApprovals";
import { readWaitingDecisions } from "../decisions/readWaitingDecisions";
import type { PhaseCount } from "../portfolio/portfolioRow";
import { portfolioCountsSql } from "../portfolio/portfolioSql";
import { readOverdueWork } from "../portfolio/readOverdueWork";
import type { DashboardPortfolio, Live, MovingRun, Needs } from "./dashboardFacts";
import { movingSql, needsSql, portfolioSql, SHOWN } from "./dashboardSql";
import { requireVendor } from "./requireVendor";

/** Onboardings that are told of those which go live next. */
const NEXT_SHOWN = 8;

/**
 * What needs a person, the reader's own work among it, and what moves: five statements, whatever the size of the portfolio.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readLive({ req }: { req: PayloadRequest }): Promise<Live> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [[needs], decisions, approvals, overdue, moving] = await Promise.all([
		sql<Needs>(needsSql),
		readWaitingDecisions({ req, limit: SHOWN, isMine: false }),
		readWaitingApprovals({ req, isRelease: false, limit: SHOWN }),
		readOverdueWork({ req, limit: SHOWN }),
		sql<MovingRun & { total: number; inProgress: number }>(movingSql),
	]);
	if (!needs) throw new Error("What needs a person could not be read.");
	const { total, inProgress } = moving[0] ?? { total: 0, inProgress: 0 };
	const runs = moving.map(({ total: _, inProgress: __, ...run }) => run);
	return { needs, decisions, approvals, overdue, moving: { total, inProgress, runs } };
}

/**
 * The whole dashboard: seven statements.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readDashboard({
	req,
}: {
	req: PayloadRequest;
}): Promise<Live & { portfolio: DashboardPortfolio }> {
	const [live, portfolio] = await Promise.all([readLive({ req }), readPortfolioOf(req)]);
	return { ...live, portfolio };
}

async function readPortfolioOf(req: PayloadRequest): Promise<DashboardPortfolio> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [phases, [around]] = await Promise.all([
		sql<PhaseCount>(portfolioCountsSql("o.status = 'open'")),
		sql<Omit<DashboardPortfolio, "phases">>(portfolioSql, [NEXT_SHOWN]),
	]);
	if (!around) throw new Error("The portfolio could not be read.");
	return { ...around, phases: phases.filter(({ total }) => total > 0) };
}
