import { sayDay } from "@/domain/calendar/sayDay";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import "../parts/parts.css";
import { sayLateness } from "../parts/sayTime";
import "./golive.css";

type Dates = Pick<PortfolioRow, "wentLiveAt" | "forecastAt" | "promisedAt" | "forecastBecause" | "daysLate">;

/** Expected, or reached, against promised: both dates, and the difference in words. */
export function GoLive({ row }: { row: Dates }) {
	const { wentLiveAt, forecastAt, promisedAt, forecastBecause, daysLate } = row;
	const at = wentLiveAt ?? forecastAt ?? promisedAt;
	if (at === null) return <span className="kt-muted">no date yet</span>;
	const isLate = daysLate !== null && daysLate > 0;
	return (
		<span className="kt-golive" data-late={isLate}>
			<span>
				<span className="kt-golive__word">{wentLiveAt ? "live" : "expected"}</span>{" "}
				<time dateTime={at} title={at}>
					{sayDay(at)}
				</time>
			</span>
			<span className="kt-golive__promise">
				{daysLate === null ? (
					"nothing promised"
				) : (
					<>
						<strong>{sayLateness(daysLate)},</strong> {promisedAt === null ? null : `promised ${sayDay(promisedAt)}`}
					</>
				)}
			</span>
			{isLate && forecastBecause && !wentLiveAt ? (
				<span className="kt-clamp" title={forecastBecause}>
					because of “{forecastBecause}”
				</span>
			) : null}
		</span>
	);
}
