import type { Sql } from "@/queue/sqlOf";

export type Recipient = {
	onboardingId: string;
	casinoId: string;
	name: string;
	/** In lower case; null where somebody is named without an address. */
	email: string | null;
	roles: string[];
	/** Of the message that was written to them; null where there is none. */
	status: string | null;
};

/** The key of the message that tells one person. */
export const announcementKey = (onboardingId: string, email: string) => `announcement:${onboardingId}:${email}`;

/**
 * Whom the announcement names: the customer's roles that its item consults or informs, and who holds them now by account, on the
 * roster, or as the named operations lead. One line a person, by their address.
 */
const recipientsSql = `
	WITH asked AS (
		SELECT o.id, o.casino_id, o.operations_lead_name, o.operations_lead_email,
			ARRAY(SELECT jsonb_array_elements_text((i.rule #> '{raci,consulted}') || (i.rule #> '{raci,informed}'))) AS roles
		FROM onboardings o JOIN checklist_items i ON i.onboarding_id = o.id AND i.retired_at IS NULL
			AND 'go_live_announcement' IN (i.key, i.criterion)
		WHERE $1::uuid IS NULL AND o.announcement_subject IS NOT NULL AND o.announced_at IS NOT NULL AND o.status IN ('open', 'on_hold')
			OR o.id = $1::uuid
	), people AS (
		SELECT a.id, a.casino_id, u.name, lower(u.email) AS email, r.value::text AS role FROM asked a
		JOIN users_memberships m ON m.casino_id = a.casino_id JOIN users_memberships_roles r ON r.parent_id = m.id
		JOIN users u ON u.id = m._parent_id WHERE r.value::text = ANY (a.roles)
		UNION ALL
		SELECT a.id, a.casino_id, s.name, lower(s.email), s.role::text FROM asked a
		JOIN staff s ON s.casino_id = a.casino_id AND s.status <> 'disabled' WHERE s.role::text = ANY (a.roles)
		UNION ALL
		SELECT a.id, a.casino_id, a.operations_lead_name, lower(a.operations_lead_email), 'operations_lead' FROM asked a
		WHERE a.operations_lead_name IS NOT NULL AND 'operations_lead' = ANY (a.roles)
	)
	SELECT p.id AS "onboardingId", p.casino_id AS "casinoId", min(p.name) AS name, p.email, array_agg(DISTINCT p.role) AS roles,
		m.status::text AS status
	FROM people p LEFT JOIN messages m ON m.key = 'announcement:' || p.id || ':' || p.email
	WHERE $1::uuid IS NOT NULL OR m.id IS NULL AND p.email IS NOT NULL
	GROUP BY p.id, p.casino_id, p.email, m.status, CASE WHEN p.email IS NULL THEN p.name END
	ORDER BY min(p.name), p.email`;

/** Everybody whom the announcement of one onboarding names. */
export const findRecipients = (sql: Sql, onboardingId: string): Promise<Recipient[]> =>
	sql<Recipient>(recipientsSql, [onboardingId]);

/** Those of all onboardings under way whose announcement was sent before they came. */
export const findLateComers = (sql: Sql): Promise<Recipient[]> => sql<Recipient>(recipientsSql, [null]);
