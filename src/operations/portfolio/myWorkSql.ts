import type { MyWorkQuery, WorkSpan } from "@/domain/portfolio/myWorkQuery";
import { latestTodaySql, todaySql } from "@/queue/daySql";
import { blockersSql, peoplesWorkSql } from "../items/itemSql";

/** What is counted further than this reads “1 000+”: nobody works through a list that long, and counting it takes longest. */
export const MOST_COUNTED = 1000;

/** Looked up for each item, not joined: the planner then keeps to the index of the items. */
const today = `(SELECT ${todaySql("z.timezone")} FROM casinos z WHERE z.id = i.casino_id)`;

/** Due in so many days at the latest, on the casino's clock. The second condition is for the index. */
const within = (days: number) => `(i.due_at <= ${today} + ${days} AND i.due_at <= ${latestTodaySql()} + ${days})`;

const spans: Record<WorkSpan, string> = {
	overdue: `(i.due_at < ${today} AND i.due_at < ${latestTodaySql()})`,
	today: within(0),
	week: within(7),
	all: "true",
};

/** Whose items: each branch begins with columns of one index, so that the earliest are found without sorting the rest. */
function branchesOf(whose: string): string[] {
	const mine = "i.assignee_id = $1::uuid";
	const ofRole = "i.responsible = $2";
	if (whose === "given") return [mine];
	return whose === "mine" ? [mine, `${ofRole} AND i.assignee_id IS NULL`] : [ofRole];
}

/** The ids and dates of open items, as many of each branch as its bound says. $1 is the person, $2 the role, $3 the text. */
function candidates(query: Pick<MyWorkQuery, "whose" | "text">, span: WorkSpan, bound: string): string {
	const customers = query.text === null ? "" : "JOIN casinos c ON c.id = i.casino_id";
	const named = query.text === null ? "" : "AND (i.title ILIKE $3 OR c.name ILIKE $3)";
	return branchesOf(query.whose)
		.flatMap((branch) => ["open", "in_progress"].map((status) => `${branch} AND i.status = '${status}'`))
		.map(
			(
				branch,
			) => `(SELECT i.id, i.due_at, i.casino_id FROM checklist_items i JOIN onboardings o ON o.id = i.onboarding_id ${customers}
				WHERE ${branch} AND ${spans[span]} AND ${peoplesWorkSql}
				AND o.status = 'open' ${named} ${bound})`,
		)
		.join(" UNION ALL ");
}

/** Names every parameter, used or not: PostgreSQL wants to know the type of each. */
const known = "$1::uuid IS NULL OR $2::text IS NULL OR $3::text IS NULL OR true";

/** A page of items, the earliest due first. $4 is how many, $5 how many are passed over. */
export const myWorkSql = (query: MyWorkQuery): string => `
	WITH found AS (
		SELECT * FROM (${candidates(query, query.span, "ORDER BY i.due_at, i.id LIMIT $4::int + $5::int")}) each ORDER BY due_at, id LIMIT $4 OFFSET $5
	)
	SELECT i.id, i.title, i.guidance, i.kind, i.evidence, i.criterion, i.says, i.status, i.responsible, coalesce(i.rule -> 'choices', '[]') AS choices, coalesce(i.rule -> 'isTimed' = 'true', false) AS "isTimed",
		i.onboarding_id AS "onboardingId", i.casino_id AS "casinoId", c.name AS customer, l.name AS phase, l.status AS "phaseStatus",
		i.due_at AS "dueAt", i.due_at - ${today} AS "daysLeft",
		i.snoozed_to AS "snoozedTo", i.snooze_reason AS "snoozeReason",
		CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', coalesce(a.name, a.email)) END AS assignee,
		ARRAY(${blockersSql("b.title")}) AS "waitsFor"
	FROM found JOIN checklist_items i ON i.id = found.id JOIN casinos c ON c.id = i.casino_id
	LEFT JOIN checklists l ON l.id = i.checklist_id LEFT JOIN users a ON a.id = i.assignee_id
	WHERE ${known}
	ORDER BY found.due_at, found.id`;

/** How many there are in each span, up to a bound; of a text, which no index finds, in one pass over what is open. */
export const myWorkCountsSql = (query: MyWorkQuery): string => {
	const names = Object.keys(spans) as WorkSpan[];
	if (query.text !== null) {
		const counts = names.map((span) => `(count(*) FILTER (WHERE ${spans[span]}))::int AS "${span}"`);
		return `SELECT ${counts.join(", ")} FROM (${candidates(query, "all", "")}) i WHERE ${known}`;
	}
	const counts = names.map((span) => {
		const found = candidates(query, span, `LIMIT ${MOST_COUNTED + 1}`);
		return `(SELECT count(*)::int FROM (SELECT FROM (${found}) each LIMIT ${MOST_COUNTED + 1}) counted) AS "${span}"`;
	});
	return `SELECT ${counts.join(", ")} WHERE ${known}`;
};

const overdue = (bound: string) => candidates({ whose: "mine", text: null }, "overdue", bound);

/** How many items of the person $1 and their role $2 are overdue, up to a bound, and the first $3 of them. */
export const overdueWorkSql = `
	SELECT (SELECT count(*)::int FROM (SELECT FROM (${overdue(`LIMIT ${MOST_COUNTED + 1}`)}) each LIMIT ${MOST_COUNTED + 1}) counted) AS total,
		coalesce((SELECT json_agg(json_build_object(
			'id', i.id, 'title', i.title, 'onboardingId', i.onboarding_id, 'customer', c.name, 'dueAt', i.due_at
		) ORDER BY i.due_at, i.id)
		FROM (SELECT * FROM (${overdue("ORDER BY i.due_at, i.id LIMIT $3::int")}) each ORDER BY due_at, id LIMIT $3) found
		JOIN checklist_items i ON i.id = found.id JOIN casinos c ON c.id = i.casino_id), '[]') AS rows`;
