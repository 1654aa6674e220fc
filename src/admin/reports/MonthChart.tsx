import { useId } from "react";
import { Scroll } from "../parts/Scroll";
import { niceTop } from "./niceTop";
import { sayMonth } from "./sayFigures";

export type MonthSeries = { name: string; tone: "felt" | "brass" };
/** One value for each series; null where there is nothing to show. */
export type MonthValues = { month: string; values: (number | null)[]; note: string };

const WIDTH = 760;
const HEIGHT = 230;
const LEFT = 46;
const BOTTOM = 28;
const TOP = 10;

/** Columns by month, drawn: the same numbers stand in the table beneath. */
export function MonthChart(props: {
	title: string;
	months: MonthValues[];
	series: MonthSeries[];
	say(value: number): string;
	/** Where the axis ends; a round number above the highest value when left out. */
	top?: number;
}) {
	const { title, months, series, say } = props;
	const id = useId();
	const top = props.top ?? niceTop(Math.max(...months.flatMap(({ values }) => values.map((value) => value ?? 0))));
	const heightOf = (value: number) => (value / top) * (HEIGHT - BOTTOM - TOP);
	const step = (WIDTH - LEFT) / months.length;
	const width = Math.min(26, (step * 0.7) / series.length);
	const shownEvery = Math.ceil(months.length / 13);
	return (
		<Scroll className="kt-chart" label={`${title}, drawn`}>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
				<title id={id}>{title}</title>
				{[0, 0.5, 1].map((part) => (
					<g key={part}>
						<line
							x1={LEFT}
							x2={WIDTH}
							y1={HEIGHT - BOTTOM - heightOf(top * part)}
							y2={HEIGHT - BOTTOM - heightOf(top * part)}
						/>
						<text x={LEFT - 8} y={HEIGHT - BOTTOM - heightOf(top * part) + 4} textAnchor="end">
							{say(top * part)}
						</text>
					</g>
				))}
				{months.map(({ month, values, note }, index) => {
					const middle = LEFT + step * (index + 0.5);
					return (
						<g key={month}>
							<title>{`${sayMonth(month)}: ${note}`}</title>
							<rect className="kt-chart__touch" x={middle - step / 2} y={0} width={step} height={HEIGHT - BOTTOM} />
							{values.map((value, place) =>
								value === null ? null : (
									<rect
										key={series[place]?.name}
										className={`kt-chart__${series[place]?.tone}`}
										x={middle + (place - values.length / 2) * width + 1}
										y={HEIGHT - BOTTOM - heightOf(value)}
										width={width - 2}
										height={Math.max(1, heightOf(value))}
										rx={2}
									/>
								),
							)}
							{index % shownEvery === 0 ? (
								<text x={middle} y={HEIGHT - 8} textAnchor="middle">
									{sayTick(month, index === 0)}
								</text>
							) : null}
						</g>
					);
				})}
			</svg>
		</Scroll>
	);
}

/** What the colours mean. */
export function ChartKey({ series }: { series: { name: string; tone: string }[] }) {
	return (
		<p className="kt-chart__key">
			{series.map(({ name, tone }) => (
				<span key={name}>
					<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
						<rect className={`kt-chart__${tone}`} width="12" height="12" rx="2" />
					</svg>
					{name}
				</span>
			))}
		</p>
	);
}

function sayTick(month: string, isFirst: boolean): string {
	const name = sayMonth(month);
	return isFirst || month.endsWith("-01") ? name : name.slice(0, 3);
}
