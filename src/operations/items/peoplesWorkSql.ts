/** Whether the item `i` is somebody's work: neither the run's nor a computed exit criterion, and still in its plan. */
export const peoplesWorkSql =
	"(i.retired_at IS NULL AND i.automation IS NULL AND (i.criterion IS NULL OR i.kind <> 'exit_criterion'))";
