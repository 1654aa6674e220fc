import type { ReactNode } from "react";
import type { ReportMonth } from "@/operations/portfolio/readReports";
import { Scroll } from "../parts/Scroll";
import { ChartKey, MonthChart, type MonthSeries } from "./MonthChart";
import { sayDays, sayMonth, sayShare } from "./sayFigures";

const timeSeries: MonthSeries[] = [
	{ name: "from opening to live, median", tone: "brass" },
	{ name: "of that our time, median", tone: "felt" },
];

/** Days from opening to going live, month by month. */
export function TimeToLiveSection({ months }: { months: ReportMonth[] }) {
	return (
		<section className="kt-report" aria-labelledby="kt-report-time">
			<h2 id="kt-report-time">Time to live</h2>
			<ChartKey series={timeSeries} />
			<MonthChart
				title="Days from opening to live, by month of go-live"
				series={timeSeries}
				say={(days) => `${Math.round(days * 10) / 10} d`}
				months={months.map(({ month, figures }) => ({
					month,
					values: [figures?.totalMedian ?? null, figures?.oursMedian ?? null],
					note: figures
						? `${figures.launched} live, ${sayDays(figures.totalMedian)}, ours ${sayDays(figures.oursMedian)}`
						: "nobody went live",
				}))}
			/>
			<MonthTable
				months={months}
				heads={["Went live", "Median", "90th percentile", "Ours, median", "Ours, 90th percentile", "From gate to live"]}
				cellsOf={(figures) => [
					figures.launched.toLocaleString("en"),
					sayDays(figures.totalMedian),
					sayDays(figures.totalP90),
					sayDays(figures.oursMedian),
					sayDays(figures.oursP90),
					figures.fromGateMedian === null ? "–" : sayDays(figures.fromGateMedian),
				]}
			/>
		</section>
	);
}

const rateSeries: MonthSeries[] = [{ name: "live on the promised day or before", tone: "felt" }];

/** How many promised dates were kept, month by month. */
export function OnTimeSection({ months }: { months: ReportMonth[] }) {
	return (
		<section className="kt-report" aria-labelledby="kt-report-rate">
			<h2 id="kt-report-rate">On time</h2>
			<ChartKey series={rateSeries} />
			<MonthChart
				title="Share that went live on the promised day or before, by month"
				series={rateSeries}
				say={(share) => `${Math.round(share)}%`}
				top={100}
				months={months.map(({ month, figures }) => ({
					month,
					values: [figures && figures.promised > 0 ? (figures.onTime / figures.promised) * 100 : null],
					note: figures ? `${figures.onTime} of ${figures.promised} on time` : "nobody went live",
				}))}
			/>
			<MonthTable
				months={months}
				heads={["On time", "With a promised date", "Share"]}
				cellsOf={({ onTime, promised }) => [
					onTime.toLocaleString("en"),
					promised.toLocaleString("en"),
					sayShare(onTime, promised),
				]}
			/>
		</section>
	);
}

/** The drawn numbers, to be read. Months without a go-live are left out. */
function MonthTable(props: {
	months: ReportMonth[];
	heads: string[];
	cellsOf(figures: NonNullable<ReportMonth["figures"]>): ReactNode[];
}) {
	const { months, heads, cellsOf } = props;
	return (
		<details className="kt-report__numbers">
			<summary>The numbers</summary>
			<Scroll className="kt-report__table" label="Numbers by month">
				<table>
					<thead>
						<tr>
							<th scope="col">Month</th>
							{heads.map((head) => (
								<th key={head} scope="col">
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{months.map(({ month, figures }) =>
							figures ? (
								<tr key={month}>
									<th scope="row">{sayMonth(month)}</th>
									{cellsOf(figures).map((cell, index) => (
										<td key={heads[index]}>{cell}</td>
									))}
								</tr>
							) : null,
						)}
					</tbody>
				</table>
			</Scroll>
		</details>
	);
}
