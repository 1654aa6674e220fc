/** Whether the item `i` is somebody's work: neither the run's nor a computed exit criterion, and still in its plan. */
export const peoplesWorkSql =
	"(i.retired_at IS NULL AND i.automation IS NULL AND (i.criterion IS NULL OR i.kind <> 'exit_criterion'))";

/** The open items that come before the item `i` in its plan, in their order. No `?`: some readers take that for a parameter. */
export const blockersSql = (columns: string): string =>
	`SELECT ${columns} FROM checklist_items b WHERE b.onboarding_id = i.onboarding_id AND b.retired_at IS NULL
		AND b.status IN ('open', 'in_progress') AND jsonb_exists(i.rule -> 'after', b.key) ORDER BY b.position`;
