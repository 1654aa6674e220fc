import { StatusBadge } from "@/admin/parts/StatusBadge";
import type { WeekJudgement } from "@/domain/adoption/judgeWeek";

/** Whether it is really used: the share of shifts recorded, week by week, against what was agreed. */
export function Usage({ weeks }: { weeks: readonly WeekJudgement[] }) {
	const shown = weeks.slice(-6);
	const last = shown.at(-1);
	if (!last) return null;
	return (
		<section className="panel" aria-label="How it is used">
			<div className="phases__top">
				<h2>How it is used</h2>
				<StatusBadge
					status={last.meets ? "met" : "missed"}
					tone={last.meets ? "good" : "warn"}
					label={last.percent === null ? "No scope agreed yet" : last.meets ? "As agreed" : "Less than agreed"}
				/>
			</div>
			<ol className="weeks">
				{shown.map(({ id, week, percent, threshold, meets, says }) => (
					<li key={id} data-meets={meets}>
						<span aria-hidden="true">Week {week}</span>
						<span className="weeks__bar" aria-hidden="true">
							<span className="weeks__value" style={{ inlineSize: `${percent ?? 0}%` }} />
							<span className="weeks__line" style={{ insetInlineStart: `${threshold}%` }} />
						</span>
						<span aria-hidden="true">{percent === null ? "no scope yet" : `${percent} %`}</span>
						<span className="kt-sr">{says}</span>
					</li>
				))}
			</ol>
			<p className="quiet">Shifts recorded, of those agreed. The mark is what was agreed for the week.</p>
		</section>
	);
}
