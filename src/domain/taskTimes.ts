import { counted, listed, spelled } from "./inWords";
import { type TopTask, topTaskLimit, topTasks } from "./topTasks";

type Check = { id: string; task: TopTask; seconds: number; observedAt: string };

/** Each of the five with its newest check, or none. A task learned since it was slow counts as learned. */
export function findTaskTimes(checks: readonly Check[]): {
	timed: Check[];
	slow: Check[];
	unseen: TopTask[];
} {
	const newest = topTasks.map((task) => newestOf(task, checks));
	const timed = newest.filter((check) => check !== null);
	return {
		timed,
		slow: timed.filter(({ seconds }) => seconds >= topTaskLimit),
		unseen: topTasks.filter((_, index) => newest[index] === null),
	};
}

const newestOf = (task: TopTask, checks: readonly Check[]): Check | null =>
	checks
		.filter((check) => check.task === task)
		.reduce<Check | null>(
			(newest, check) => (newest && Date.parse(newest.observedAt) >= Date.parse(check.observedAt) ? newest : check),
			null,
		);

export const taskLimitInWords = `${topTaskLimit / 60} minutes`;

/** How long the key workflows took, judged from spot checks: “3 of 5 key tasks timed, all under 5 minutes”. */
export function formatTaskTimes(checks: readonly Check[]): string {
	const { timed, slow } = findTaskTimes(checks);
	if (timed.length === 0) return "time to complete not measured, no spot check";
	const found =
		slow.length > 0
			? `${taskLimitInWords} or more: ${listed(slow.map(({ task }) => spelled(task)))}`
			: `all under ${taskLimitInWords}`;
	return `${timed.length} of ${counted(topTasks.length, "key task")} timed, ${found}`;
}
