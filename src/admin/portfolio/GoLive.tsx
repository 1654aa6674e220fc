import { daysBetween } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import "./golive.css";

type Dates = Pick<PortfolioRow, "wentLiveAt" | "forecastAt" | "promisedAt" | "forecastBecause">;

/** Expected, or reached, against promised: both dates, and the difference in words. */
export function GoLive({ row }: { row: Dates }) {
	const { wentLiveAt, forecastAt, promisedAt, forecastBecause } = row;
	const at = wentLiveAt ?? forecastAt ?? promisedAt;
	if (at === null) return <span className="kt-muted">no date yet</span>;
	const difference = promisedAt === null ? null : daysBetween(promisedAt, at);
	const isLate = difference !== null && difference > 0;
	return (
		<span className="kt-golive" data-late={isLate}>
			<span>
				<span className="kt-golive__word">{wentLiveAt ? "live" : "expected"}</span>{" "}
				<time dateTime={at} title={at}>
					{sayDay(at)}
				</time>
			</span>
			<span className="kt-golive__promise">
				{difference === null ? (
					"nothing promised"
				) : (
					<>
						<strong>{sayDifference(difference)}</strong> {promisedAt === null ? null : `promised ${sayDay(promisedAt)}`}
					</>
				)}
			</span>
			{isLate && forecastBecause && !wentLiveAt ? (
				<span className="kt-golive__because" title={forecastBecause}>
					because of “{forecastBecause}”
				</span>
			) : null}
		</span>
	);
}

function sayDifference(days: number): string {
	if (days === 0) return "on the day,";
	const word = Math.abs(days) === 1 ? "day" : "days";
	return days > 0 ? `${days} ${word} late,` : `${-days} ${word} early,`;
}
