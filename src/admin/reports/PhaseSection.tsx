import type { ReportPhase } from "@/operations/portfolio/readReports";
import { Scroll } from "../parts/Scroll";
import { ChartKey } from "./MonthChart";
import { niceTop } from "./niceTop";
import { sayDays } from "./sayFigures";

const parts = [
	{ key: "ours", name: "us", tone: "felt" },
	{ key: "customer", name: "the customer", tone: "brass" },
	{ key: "thirdParty", name: "third parties", tone: "grey" },
] as const;

/** Where time waits: the mean days of each phase before going live, and on whom. */
export function PhaseSection({ phases }: { phases: ReportPhase[] }) {
	const wholeOf = ({ ours, customer, thirdParty }: ReportPhase) => ours + customer + thirdParty;
	const top = niceTop(Math.max(1, ...phases.map(wholeOf)));
	const playbooks = Map.groupBy(phases, ({ playbook }) => playbook);
	return (
		<section className="kt-report" aria-labelledby="kt-report-waits">
			<h2 id="kt-report-waits">Where time waits</h2>
			<p className="kt-muted">
				Mean days an onboarding spent in each phase before it went live, and whose time it was.
			</p>
			<ChartKey series={[...parts]} />
			<Scroll className="kt-report__table" label="Where time waits">
				<table>
					<thead>
						<tr>
							<th scope="col">Phase</th>
							<th scope="col" className="kt-phase-time">
								<span className="kt-sr">Drawn</span>
							</th>
							<th scope="col">Us</th>
							<th scope="col">Customer</th>
							<th scope="col">Third parties</th>
							<th scope="col">Together</th>
						</tr>
					</thead>
					{[...playbooks].map(([playbook, own]) => (
						<tbody key={playbook}>
							<tr>
								<th scope="rowgroup" colSpan={6}>
									{playbook} <span className="kt-muted">{own[0]?.launched.toLocaleString("en")} went live</span>
								</th>
							</tr>
							{own.map((phase) => (
								<tr key={phase.phase}>
									<th scope="row">{phase.name}</th>
									<td className="kt-phase-time">
										<Bar phase={phase} top={top} />
									</td>
									<td>{sayDays(phase.ours)}</td>
									<td>{sayDays(phase.customer)}</td>
									<td>{sayDays(phase.thirdParty)}</td>
									<td>{sayDays(wholeOf(phase))}</td>
								</tr>
							))}
						</tbody>
					))}
				</table>
			</Scroll>
		</section>
	);
}

/** Drawn beside its numbers: nothing is read from it that does not stand there. */
function Bar({ phase, top }: { phase: ReportPhase; top: number }) {
	let from = 0;
	return (
		<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
			{parts.map(({ key, tone }) => {
				const width = (phase[key] / top) * 100;
				const x = from;
				from += width;
				return <rect key={key} className={`kt-chart__${tone}`} x={x} width={width} height={8} />;
			})}
		</svg>
	);
}
