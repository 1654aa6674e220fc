"use client";

import type { InvoiceActions } from "@/operations/views/readInvoiceActions";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { Money } from "../parts/Money";

type Props = { invoice: InvoiceActions; as: "invoice" | "checkout"; onDone(message: string): void; onClose(): void };

/** Sends the invoice through Stripe, makes a checkout link, or notes that it was sent by hand. */
export function SendDialog({ invoice, as, onDone, onClose }: Props) {
	const { isStripeOn, number } = invoice;
	const verb = !isStripeOn ? "Mark as sent" : as === "invoice" ? "Send the invoice" : "Make the link";
	return (
		<ActDialog
			title={`${verb}: ${number}`}
			verb={verb}
			busyVerb={isStripeOn && as === "invoice" ? "Sending…" : "Working…"}
			isReady
			onClose={onClose}
			onAct={async () => {
				const sent = await callApi<{ message: string }>(`/invoices/${invoice.invoiceId}/send`, { body: { as } });
				onDone(sent.message);
			}}
		>
			{({ fields }) => (
				<>
					<p>
						<Money amount={invoice.amountDue} currency={invoice.currency} />.{" "}
						{!isStripeOn
							? "Stripe is not connected (STRIPE_SECRET_KEY): nothing is mailed. The invoice becomes open and is marked as sent by hand; send it to the customer yourself."
							: as === "invoice"
								? "Stripe creates, finalizes and mails the invoice to the customer. Sending it again makes no second one."
								: "Stripe makes a payment page for this amount. Its link appears here for you to pass on."}
					</p>
					{Object.values(fields).map((problem) => (
						<p key={problem} className="kt-dialog__problem" role="alert">
							{problem}
						</p>
					))}
				</>
			)}
		</ActDialog>
	);
}
