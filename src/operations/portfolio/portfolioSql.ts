import { isLateSql } from "../plan/daysLateSql";
import { portfolioFrom } from "./portfolioRow";

/** Every phase that a published version has, with the name and place that the newest of them gives it. */
const phasesSql = `SELECT DISTINCT ON (v.playbook_id, p.phase ->> 'key')
		v.playbook_id, p.phase ->> 'key' AS key, p.phase ->> 'name' AS name, p.place
	FROM playbook_versions v, jsonb_array_elements(v.content -> 'phases') WITH ORDINALITY AS p(phase, place)
	ORDER BY v.playbook_id, p.phase ->> 'key', v.version DESC`;

/** How many stand in each phase, the phases nobody is in included, by playbook and in a playbook's order. */
export const portfolioCountsSql = (condition: string) => `
	WITH counted AS (
		SELECT o.playbook_id, o.phase, count(*)::int AS total,
			count(*) FILTER (WHERE o.health = 'green')::int AS green, count(*) FILTER (WHERE o.health = 'yellow')::int AS yellow,
			count(*) FILTER (WHERE o.health = 'red')::int AS red, count(*) FILTER (WHERE ${isLateSql})::int AS late
		FROM ${portfolioFrom} WHERE ${condition} GROUP BY 1, 2
	), phases AS (${phasesSql})
	SELECT coalesce(n.playbook_id, h.playbook_id) AS "playbookId", p.name AS playbook, coalesce(n.phase, h.key) AS phase, h.name,
		coalesce(n.total, 0) AS total, coalesce(n.green, 0) AS green, coalesce(n.yellow, 0) AS yellow, coalesce(n.red, 0) AS red,
		coalesce(n.late, 0) AS late
	FROM counted n
	FULL JOIN (SELECT * FROM phases WHERE playbook_id IN (SELECT playbook_id FROM counted)) h ON h.playbook_id = n.playbook_id AND h.key = n.phase
	LEFT JOIN playbooks p ON p.id = coalesce(n.playbook_id, h.playbook_id)
	ORDER BY p.name NULLS LAST, h.place NULLS LAST, phase`;

const list = (rows: string) => `coalesce((SELECT json_agg(choice) FROM (${rows}) choice), '[]')`;

/** A portfolio has few managers and few playbooks, but every customer has a lead of its own: the rest of them is found by the search. */
const MOST_LEADS = 500;

const leadsSql = `SELECT lower(o.operations_lead_email) AS value, min(o.operations_lead_name) AS label FROM onboardings o
	WHERE o.operations_lead_email IS NOT NULL AND o.status IN ('open', 'on_hold') GROUP BY 1`;

export const portfolioChoicesSql = `
	WITH phases AS (${phasesSql})
	SELECT EXISTS (SELECT FROM onboardings) AS "hasAny", json_build_object(
		'playbooks', ${list("SELECT p.id AS value, p.name AS label FROM playbooks p WHERE EXISTS (SELECT FROM playbook_versions v WHERE v.playbook_id = p.id) ORDER BY p.name")},
		'phases', ${list("SELECT h.playbook_id AS playbook, h.key AS value, h.name AS label FROM phases h ORDER BY h.playbook_id, h.place")},
		'managers', ${list("SELECT u.id AS value, coalesce(u.name, u.email) AS label FROM users u WHERE u.id IN (SELECT manager_id FROM onboardings) ORDER BY 2")},
		'people', ${list(`SELECT u.id AS value, coalesce(u.name, u.email) AS label FROM users u WHERE u.vendor_role IN ('admin', 'ops', 'manager')
			AND (u.access_ends_at IS NULL OR u.access_ends_at > now()) ORDER BY 2`)},
		'leads', ${list(`${leadsSql} ORDER BY 2, 1 LIMIT ${MOST_LEADS}`)},
		'moreLeads', (SELECT greatest(count(*) - ${MOST_LEADS}, 0)::int FROM (${leadsSql}) every)
	) AS choices`;
