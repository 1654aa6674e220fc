import type { Sql } from "@/queue/sqlOf";
import { blockersSql } from "../items/itemSql";

export type Notice = {
	kind: "asked" | "told";
	itemId: string;
	title: string;
	onboardingId: string;
	casinoId: string;
	casinoName: string;
	personId: string;
	personName: string;
	email: string;
	isVendors: boolean;
};

/** Days: what was done longer ago is no news to somebody who comes now. */
const freshDays = 3;

/**
 * Who holds a role of the item now and may see it: the customer's people with the role at that casino, where the item is shown to
 * them; the vendor's people with it, and of managers the onboarding's own where it names one.
 */
const holders = (roles: string) => `JOIN LATERAL (
		SELECT u.id, u.name, u.email, false AS vendors FROM users_memberships m JOIN users_memberships_roles r ON r.parent_id = m.id
		JOIN users u ON u.id = m._parent_id
		WHERE i.visible_to_customer AND m.casino_id = i.casino_id AND ${roles} ? r.value::text AND u.vendor_role IS NULL
		UNION
		SELECT u.id, u.name, u.email, true FROM users u
		WHERE u.vendor_role IS NOT NULL AND ${roles} ? u.vendor_role::text AND (u.access_ends_at IS NULL OR u.access_ends_at > now())
			AND (u.vendor_role <> 'manager' OR o.manager_id IS NULL OR o.manager_id = u.id)
	) p ON true`;

/** Samples write to nobody. */
const isReal = "NOT EXISTS (SELECT 1 FROM sample_records s WHERE s.collection = 'casinos' AND s.id = i.casino_id)";

const columns = `i.id AS "itemId", i.title, o.id AS "onboardingId", o.casino_id AS "casinoId", c.name AS "casinoName",
	p.id AS "personId", p.name AS "personName", p.email, p.vendors AS "isVendors"`;

/**
 * What is still to be said. Asked: items whose turn has come, by who is consulted. Told: items that are done, by who is informed;
 * not who did it, nor again within an hour of the last time. The announcement's item speaks for itself.
 */
const noticesSql = `
	SELECT 'asked' AS kind, ${columns} FROM checklist_items i
	JOIN onboardings o ON o.id = i.onboarding_id AND o.status = 'open' JOIN casinos c ON c.id = i.casino_id
	JOIN checklists l ON l.id = i.checklist_id
	${holders("(i.rule #> '{raci,consulted}')")}
	WHERE i.status IN ('open', 'in_progress') AND i.retired_at IS NULL AND i.rule #> '{raci,consulted}' <> '[]' AND i.automation IS NULL
		AND 'go_live_announcement' IS DISTINCT FROM i.criterion AND ${isReal}
		AND (i.status = 'in_progress' OR l.status = 'active' AND NOT EXISTS (${blockersSql("1")}))
		AND NOT EXISTS (SELECT 1 FROM item_notices n WHERE n.item_id = i.id AND n.kind = 'asked' AND n.person_id = p.id)
		AND NOT EXISTS (SELECT 1 FROM opinions q WHERE q.item_id = i.id AND q.person_id = p.id)
	UNION ALL
	SELECT 'told', ${columns} FROM checklist_items i
	JOIN onboardings o ON o.id = i.onboarding_id AND o.status IN ('open', 'on_hold', 'completed') JOIN casinos c ON c.id = i.casino_id
	${holders("(i.rule #> '{raci,informed}')")}
	WHERE i.status = 'done' AND i.retired_at IS NULL AND i.rule #> '{raci,informed}' <> '[]'
		AND i.done_at > now() - interval '${freshDays} days' AND 'go_live_announcement' IS DISTINCT FROM i.criterion AND ${isReal}
		AND i.done_by_id IS DISTINCT FROM p.id
		AND NOT EXISTS (SELECT 1 FROM item_notices n WHERE n.item_id = i.id AND n.kind = 'told' AND n.person_id = p.id
			AND n.at > i.done_at - interval '1 hour')
	ORDER BY "casinoName", kind, title, "itemId"`;

export const findNotices = (sql: Sql): Promise<Notice[]> => sql<Notice>(noticesSql);
