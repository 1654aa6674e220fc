import { formatMoney } from "@/domain/money";
import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { MoneyDialog } from "./MoneyDialog";
import { sayLimit } from "./sayLimit";

/** @param left what is left to pay, in minor units */
type Props = { invoice: InvoiceActions; left: number; onDone(message: string): void; onClose(): void };

const labels = {
	at: "When the money came",
	method: "How it was paid",
	reasonHint: "How you know that it was paid.",
};

/** Records money that came outside Stripe. Once all of it has come, the invoice is paid, with everything that follows. */
export function RecordPaymentDialog({ left, ...dialog }: Props) {
	const { currency, opensGate, limit } = dialog.invoice;
	return (
		<MoneyDialog {...dialog} noun="payment" amount={left} labels={labels} route={{ at: "paidAt" }}>
			<p>
				{formatMoney(left, currency)} are left to pay; with all of it the invoice is paid
				{opensGate ? " and provisioning may start" : ""}. {sayLimit(limit, currency)}
			</p>
		</MoneyDialog>
	);
}
