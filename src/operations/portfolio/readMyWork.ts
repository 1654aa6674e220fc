import type { PayloadRequest } from "payload";
import type { VendorRole } from "@/access/roles";
import type { EvidenceKind, ItemKind } from "@/domain/playbook/content";
import type { MyWorkQuery, WorkSpan } from "@/domain/portfolio/myWorkQuery";
import { sqlOf } from "@/queue/sqlOf";
import { type DueCheckIn, readDueCheckIns } from "../checkIns/readDueCheckIns";
import { readWaitingDecisions, type WaitingDecision } from "../decisions/readWaitingDecisions";
import { requireVendor } from "../views/requireVendor";
import { MOST_COUNTED, myWorkCountsSql, myWorkSql } from "./myWorkSql";
import { WORK_PAGE } from "./pageSizes";

/** Decisions and check-ins that are told; more are counted. */
const MOST_TOLD = 20;

/** An item that waits for somebody. Times are ISO 8601. */
export type WorkItem = {
	id: string;
	title: string;
	guidance: string | null;
	kind: ItemKind;
	evidence: EvidenceKind;
	/** What shows it, where a record does: nobody ticks it then. And what was found last. */
	criterion: string | null;
	says: string | null;
	isTimed: boolean;
	status: "open" | "in_progress";
	responsible: string;
	/** Of a decision: what may be chosen. */
	choices: string[];
	onboardingId: string;
	casinoId: string;
	customer: string;
	phase: string | null;
	phaseStatus: "waiting" | "active" | "closed" | null;
	/** Days. */
	dueAt: string | null;
	/** How many days are left of it at the casino: 0 is today, below it is overdue. */
	daysLeft: number | null;
	snoozedTo: string | null;
	snoozeReason: string | null;
	assignee: { id: string; name: string } | null;
	/** Titles of what has to be settled before it. */
	waitsFor: string[];
};

export type MyWork = {
	items: WorkItem[];
	/** Each up to `mostCounted` and one: then there are more. */
	counts: Record<WorkSpan, number>;
	mostCounted: number;
	/** Decisions that somebody else asked for and this person may take; none while other people's work is looked at. */
	decisions: { total: number; rows: WaitingDecision[] };
	/** Calls to make, and what they showed. */
	checkIns: { total: number; rows: DueCheckIn[] };
	/** To whom work may be given. */
	people: { id: string; name: string; role: string }[];
	me: { id: string; role: string };
};

/**
 * What a person has to do, across customers, overdue first and then by date: what was given to them, and what their role is
 * responsible for and nobody was given; before that the decisions and check-ins that wait for them. What
 * the run does and the computed exit criteria are left out. Five statements.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readMyWork({ req, query }: { req: PayloadRequest; query: MyWorkQuery }): Promise<MyWork> {
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const isOwn = query.whose === "mine" || query.whose === "given";
	const [items, [counts], decisions, checkIns, people] = await Promise.all([
		readWorkItems({ req, query, limit: WORK_PAGE, offset: (query.page - 1) * WORK_PAGE }),
		sql<MyWork["counts"]>(myWorkCountsSql(query), aboutOf(req, query, role)),
		isOwn ? readWaitingDecisions({ req, limit: MOST_TOLD, isMine: true }) : { total: 0, rows: [] },
		readDueCheckIns({ req, whose: query.whose, limit: MOST_TOLD }),
		sql<MyWork["people"][number]>(
			`SELECT id, coalesce(name, email) AS name, vendor_role AS role FROM users
			 WHERE vendor_role IS NOT NULL AND (access_ends_at IS NULL OR access_ends_at > now()) ORDER BY 2`,
		),
	]);
	if (!counts) throw new Error("The work could not be counted.");
	return {
		items,
		counts,
		mostCounted: MOST_COUNTED,
		decisions,
		checkIns,
		people,
		me: { id: String(req.user?.id), role },
	};
}

/**
 * The items alone, the earliest due first.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readWorkItems(input: {
	req: PayloadRequest;
	query: MyWorkQuery;
	limit: number;
	offset: number;
}): Promise<WorkItem[]> {
	const { req, query, limit, offset } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	return sql<WorkItem>(myWorkSql(query), [...aboutOf(req, query, role), limit, offset]);
}

/** Whom the statements are about: the person, the role whose items are asked for, and the text as a pattern. */
function aboutOf(req: PayloadRequest, { whose, text }: MyWorkQuery, ownRole: VendorRole): (string | null)[] {
	const role = whose === "mine" || whose === "given" ? ownRole : whose;
	return [req.user?.id ?? null, role, `%${(text ?? "").replaceAll(/[\\%_]/g, "\\$&")}%`];
}
