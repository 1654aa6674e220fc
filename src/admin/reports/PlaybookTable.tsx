import type { ReportLine } from "@/operations/portfolio/readReports";
import { Scroll } from "../parts/Scroll";
import { sayDays, sayMonth, sayShare } from "./sayFigures";

/** A line for each playbook, and under it one for each of its months. */
export function PlaybookTable({ lines }: { lines: ReportLine[] }) {
	const playbooks = Map.groupBy(lines, ({ playbook }) => playbook);
	return (
		<section className="kt-report" aria-labelledby="kt-report-playbooks">
			<h2 id="kt-report-playbooks">By playbook and month</h2>
			<Scroll className="kt-report__table" label="By playbook and month">
				<table>
					<thead>
						<tr>
							<th scope="col">Playbook and month</th>
							<th scope="col">Went live</th>
							<th scope="col">Median</th>
							<th scope="col">90th percentile</th>
							<th scope="col">Ours, median</th>
							<th scope="col">Waiting on others</th>
							<th scope="col">On time</th>
						</tr>
					</thead>
					{[...playbooks].map(([playbook, own]) => (
						<tbody key={playbook}>
							{own.map((line) => (
								<Line key={line.month ?? "all"} line={line} />
							))}
						</tbody>
					))}
				</table>
			</Scroll>
		</section>
	);
}

function Line({ line }: { line: ReportLine }) {
	const { month, playbook, ours, customer, thirdParty } = line;
	return (
		<tr data-sum={month === null}>
			<th scope="row">{month === null ? playbook : sayMonth(month)}</th>
			<td>{line.launched.toLocaleString("en")}</td>
			<td>{sayDays(line.totalMedian)}</td>
			<td>{sayDays(line.totalP90)}</td>
			<td>{sayDays(line.oursMedian)}</td>
			<td>{sayShare(customer + thirdParty, ours + customer + thirdParty)}</td>
			<td>{sayShare(line.onTime, line.promised)}</td>
		</tr>
	);
}
