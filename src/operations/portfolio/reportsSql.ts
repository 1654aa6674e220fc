import { startOfDaySql } from "@/queue/daySql";
import { isLateSql } from "../plan/daysLateSql";

/** A span of time that ends before it begins is empty. */
const span = (from: string, to: string) => `tstzrange(${from}, greatest(${from}, ${to}))`;

/** How many days a set of spans covers, each moment once. */
const daysOf = (spans: string) =>
	`coalesce((SELECT sum(extract(epoch FROM upper(part) - lower(part))) FROM unnest(${spans}) AS part), 0)::float8 / 86400`;

/** The casino was live from the beginning of its day. */
const live = startOfDaySql("o.went_live_at", "c.timezone");

const noTime = "'{}'::tstzmultirange";

/**
 * Those that went live in the months asked for, with whose time it was from their opening to that moment: the rule of
 * `timeToLive`, in SQL. While both others are waited for it is the customer's; what is left is ours.
 * $1 and $2 are the first day and the day after the last, $3 a playbook or null.
 */
const measured = `
	launched AS (
		SELECT o.id, o.playbook_id, to_char(o.went_live_at, 'YYYY-MM') AS month, ${live} AS live, NOT ${isLateSql} AS on_time,
			o.gate_opened_at, ${span("o.created_at", live)} AS whole
		FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		WHERE o.went_live_at >= $1::date AND o.went_live_at < $2::date AND ($3::uuid IS NULL OR o.playbook_id = $3::uuid)
	), waited AS (
		SELECT l.id,
			coalesce(range_agg(${span("w.since", "coalesce(w.until, l.live)")}) FILTER (WHERE w."on" = 'customer'), ${noTime})
				* tstzmultirange(l.whole) AS customer,
			coalesce(range_agg(${span("w.since", "coalesce(w.until, l.live)")}) FILTER (WHERE w."on" IN ('customer', 'third_party')), ${noTime})
				* tstzmultirange(l.whole) AS others
		FROM launched l LEFT JOIN waits w ON w.onboarding_id = l.id GROUP BY l.id, l.whole
	)`;

/** A line for each playbook and month, for each playbook, for each month, and for all of it: nulls say over what. */
export const reportLinesSql = `
	WITH ${measured}, timed AS (
		SELECT l.playbook_id, l.month, ${daysOf("tstzmultirange(l.whole)")} AS total, ${daysOf("w.customer")} AS customer,
			${daysOf("w.others")} AS others, greatest(extract(epoch FROM l.live - l.gate_opened_at), 0)::float8 / 86400 AS from_gate,
			l.on_time::int
		FROM launched l JOIN waited w ON w.id = l.id
	)
	SELECT p.name AS playbook, t.month, grouping(t.playbook_id) = 0 AS "isOfPlaybook", count(*)::int AS launched,
		percentile_cont(0.5) WITHIN GROUP (ORDER BY total) AS "totalMedian", percentile_cont(0.9) WITHIN GROUP (ORDER BY total) AS "totalP90",
		percentile_cont(0.5) WITHIN GROUP (ORDER BY total - others) AS "oursMedian",
		percentile_cont(0.9) WITHIN GROUP (ORDER BY total - others) AS "oursP90",
		percentile_cont(0.5) WITHIN GROUP (ORDER BY from_gate) AS "fromGateMedian",
		sum(total - others) AS ours, sum(customer) AS customer, sum(others - customer) AS "thirdParty",
		count(on_time)::int AS promised, coalesce(sum(on_time), 0)::int AS "onTime"
	FROM timed t LEFT JOIN playbooks p ON p.id = t.playbook_id
	GROUP BY GROUPING SETS ((), (t.month), (t.playbook_id, p.name), (t.playbook_id, p.name, t.month))
	ORDER BY p.name NULLS FIRST, t.month NULLS FIRST`;

/** Where the same onboardings spent their days: phase by phase until they went live, and whose time it was in each. */
export const reportPhasesSql = `
	WITH ${measured}, spent AS (
		SELECT c.phase, c.name, c.position, l.playbook_id, tstzmultirange(${span("c.started_at", "coalesce(c.closed_at, l.live)")}) * tstzmultirange(l.whole) AS own,
			w.customer, w.others
		FROM launched l JOIN waited w ON w.id = l.id JOIN checklists c ON c.onboarding_id = l.id
		WHERE c.started_at < l.live
	)
	SELECT p.name AS playbook, s.phase, min(s.name) AS name, count(*)::int AS launched,
		sum(${daysOf("s.own - s.others")}) / count(*) AS ours, sum(${daysOf("s.own * s.customer")}) / count(*) AS customer,
		sum(${daysOf("s.own * s.others - s.customer")}) / count(*) AS "thirdParty"
	FROM spent s LEFT JOIN playbooks p ON p.id = s.playbook_id
	GROUP BY s.playbook_id, p.name, s.phase ORDER BY p.name NULLS LAST, min(s.position)`;
