import { Button } from "@payloadcms/ui";
import { formatMoney } from "@/domain/money";
import type { InvoicePayment } from "@/operations/payments/readPayments";
import type { InvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { Shape } from "../parts/Shape";
import { readMoments } from "./readMoments";

type Props = {
	money: InvoiceMoney;
	/** Left out for whoever may record none now. */
	onRefund?: (payment: InvoicePayment) => void;
};

/** What came and what went back, the newest first; a refund is recorded at the payment that it gives back. */
export function PaymentTimeline({ money, onRefund }: Props) {
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
							{moment.refundable && onRefund ? (
								<RefundButton payment={moment.refundable} currency={money.currency} onRefund={onRefund} />
							) : null}
						</li>
					))}
				</ol>
			)}
		</section>
	);
}

type RefundProps = { payment: InvoicePayment; currency: string; onRefund(payment: InvoicePayment): void };

function RefundButton({ payment, currency, onRefund }: RefundProps) {
	return (
		<div className="kt-inv__act">
			<Button
				type="button"
				size="small"
				margin={false}
				buttonStyle="secondary"
				aria-label={`Record a refund of the payment of ${formatMoney(payment.amount, currency)}`}
				onClick={() => onRefund(payment)}
			>
				Record a refund
			</Button>
		</div>
	);
}
