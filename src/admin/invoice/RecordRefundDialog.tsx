import { formatMoney } from "@/domain/money";
import { keptOf } from "@/domain/settlement/foldPayment";
import type { InvoicePayment } from "@/operations/payments/readPayments";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { MoneyDialog } from "./MoneyDialog";
import { sayLimit } from "./sayLimit";

type Props = { invoice: InvoiceActions; payment: InvoicePayment; onDone(message: string): void; onClose(): void };

const labels = {
	at: "When the money went back",
	method: "How it was given back",
	reasonHint: "Why it was given back.",
};

/** Records that money which came outside Stripe was given back, in part or in full. */
export function RecordRefundDialog({ payment, ...dialog }: Props) {
	const { currency, limit } = dialog.invoice;
	const left = keptOf(payment);
	const route = { at: "refundedAt", more: { payment: payment.id } } as const;
	return (
		<MoneyDialog {...dialog} noun="refund" amount={left} labels={labels} route={route}>
			<p>
				{formatMoney(left, currency)} of this payment were not given back. Keyturn moves no money: record what you have
				sent back. With all of it the invoice is refunded, and the customer is marked. {sayLimit(limit, currency)}
			</p>
		</MoneyDialog>
	);
}
