import type { ReportFigures } from "@/operations/portfolio/readReports";
import { sayDays, sayShare } from "./sayFigures";

/** The whole period in four figures, each with what it is computed from. */
export function ReportFiguresLine({ figures }: { figures: ReportFigures }) {
	const { launched, totalMedian, totalP90, oursMedian, ours, customer, thirdParty, promised, onTime } = figures;
	const whole = ours + customer + thirdParty;
	return (
		<dl className="kt-figures">
			<Figure
				name="Time to live"
				value={sayDays(totalMedian)}
				from={`median of ${launched.toLocaleString("en")}; nine of ten within ${sayDays(totalP90)}`}
			/>
			<Figure name="Of that, ours" value={sayDays(oursMedian)} from="median, without waiting on others" />
			<Figure
				name="Waiting on others"
				value={sayShare(customer + thirdParty, whole)}
				from={`of all days: customer ${sayShare(customer, whole)}, third parties ${sayShare(thirdParty, whole)}`}
			/>
			<Figure
				name="On time"
				value={sayShare(onTime, promised)}
				from={`${onTime.toLocaleString("en")} of ${promised.toLocaleString("en")} that had a promised date`}
			/>
		</dl>
	);
}

function Figure({ name, value, from }: { name: string; value: string; from: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				<strong>{value}</strong>
				<span>{from}</span>
			</dd>
		</div>
	);
}
