import { Link } from "@payloadcms/ui";
import { sayDay } from "@/domain/calendar/sayDay";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { StatusBadge } from "../parts/StatusBadge";
import { GoLive } from "./GoLive";
import { endOf, type TimelineScale, timelineScale } from "./timelineScale";

/** Each onboarding from its opening to its go-live, expected or reached, with what was promised and today across all. */
export function PortfolioTimeline({ rows, now }: { rows: PortfolioRow[]; now: string }) {
	const scale = timelineScale(rows, now);
	const today = scale.placeOf(now);
	return (
		<div className="kt-portfolio-timeline">
			<p className="kt-portfolio-timeline__key" aria-hidden="true">
				<span className="kt-portfolio-timeline__bar" data-health="green" /> opened to go-live
				<span className="kt-portfolio-timeline__promise" /> promised
				<span className="kt-portfolio-timeline__today" /> today
			</p>
			<div className="kt-portfolio-timeline__axis" aria-hidden="true">
				<div>
					{scale.ticks.map(({ label, place }) => (
						<span key={place} style={{ left: `${place}%` }}>
							{label}
						</span>
					))}
				</div>
			</div>
			<ol>
				{rows.map((row) => (
					<TimelineRow key={row.id} row={row} scale={scale} today={today} />
				))}
			</ol>
		</div>
	);
}

function TimelineRow({ row, scale, today }: { row: PortfolioRow; scale: TimelineScale; today: number }) {
	const end = endOf(row);
	const from = scale.placeOf(row.openedAt);
	const to = end === null ? today : scale.placeOf(end);
	return (
		<li className="kt-portfolio-timeline__row">
			<div className="kt-portfolio-timeline__who">
				<Link className="kt-portfolio-timeline__name" href={recordPath(slug.onboardings, row.id)} prefetch={false}>
					{row.customer}
				</Link>
				<span className="kt-portfolio-timeline__state">
					<StatusBadge status={row.health} />
					<span className="kt-muted">{row.phaseName ?? row.phase ?? "not begun"}</span>
				</span>
			</div>
			<div className="kt-portfolio-timeline__track" title={sayBar(row, end)}>
				{scale.ticks.map(({ place }) => (
					<span key={place} className="kt-portfolio-timeline__tick" style={{ left: `${place}%` }} />
				))}
				<span className="kt-portfolio-timeline__now" style={{ left: `${today}%` }} />
				<span
					className="kt-portfolio-timeline__bar"
					data-health={row.health}
					data-live={row.wentLiveAt !== null}
					data-open={end === null}
					style={{ left: `${from}%`, width: `${Math.max(0.6, to - from)}%` }}
				/>
				{row.promisedAt ? (
					<span className="kt-portfolio-timeline__promise" style={{ left: `${scale.placeOf(row.promisedAt)}%` }} />
				) : null}
			</div>
			<GoLive row={{ ...row, forecastBecause: null }} />
		</li>
	);
}

function sayBar(row: PortfolioRow, end: string | null): string {
	const until = end === null ? "no date yet" : `${row.wentLiveAt ? "live" : "expected"} ${sayDay(end)}`;
	return [`Opened ${sayDay(row.openedAt)}`, until, row.promisedAt ? `promised ${sayDay(row.promisedAt)}` : null]
		.filter(Boolean)
		.join(", ");
}
