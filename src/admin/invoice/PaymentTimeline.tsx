import { formatMoney } from "@/domain/money";
import type { InvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { Shape } from "../parts/Shape";
import { readMoments } from "./readMoments";

/** What came and what went back, the newest first. */
export function PaymentTimeline({ money }: { money: InvoiceMoney }) {
	const moments = readMoments(money.payments);
	return (
		<section className="kt-inv__part" aria-labelledby="kt-inv-payments">
			<h3 id="kt-inv-payments">
				Payments
				{moments.length > 0 ? <small>{formatMoney(money.payments.sums.kept, money.currency)} kept</small> : null}
			</h3>
			{moments.length === 0 ? (
				<EmptyState title="No payment yet">
					What the payment provider reports, and what finance records by hand, appears here.
				</EmptyState>
			) : (
				<ol className="kt-inv__moments">
					{moments.map((moment) => (
						<li key={moment.key} className={`kt-status--${moment.tone}`}>
							<Shape name={moment.shape} size={16} />
							<b>{moment.title}</b>
							<span className="kt-money">{moment.amount}</span>
							<small>
								<RelativeTime at={moment.at} withDay />
								{moment.detail ? ` · ${moment.detail}` : ""}
							</small>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
