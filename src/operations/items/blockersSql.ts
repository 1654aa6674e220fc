/** The open items that come before the item `i` in its plan, in their order. No `?`: some readers take that for a parameter. */
export const blockersSql = (columns: string): string =>
	`SELECT ${columns} FROM checklist_items b WHERE b.onboarding_id = i.onboarding_id AND b.retired_at IS NULL
		AND b.status IN ('open', 'in_progress') AND jsonb_exists(i.rule -> 'after', b.key) ORDER BY b.position`;
