import { VendorFailed } from "@/errors";
import type { PaymentsPort } from "@/provisioning/ports";
import { findOwnInvoice } from "./findOwnInvoice";
import type { Stripe } from "./stripeSdk";

type Input = Parameters<PaymentsPort["sendInvoice"]>[0];
type Sent = Awaited<ReturnType<PaymentsPort["sendInvoice"]>>;

const expand = ["payments"];

/**
 * Creates, finalizes and sends an invoice of one line, from wherever an earlier attempt stopped. Stripe forgets
 * idempotency keys after a day, so an invoice that carries our id is looked for before one is made.
 * Stripe's due date is an instant, shown on the clock of the account: noon in UTC is the same day nearly everywhere, and is read back as that
 * day. Without `dueAt`, or once that has passed, the invoice is due on receipt.
 */
export async function sendInvoice(stripe: Stripe, input: Input): Promise<Sent> {
	const started = (await findStarted(stripe, input)) ?? (await createDraft(stripe, input));
	const finalized = started.status === "draft" ? await finalizeDraft(stripe, input, started) : started;
	refuseOtherTerms(finalized, input);
	const sent =
		finalized.status === "open"
			? await stripe.invoices.sendInvoice(finalized.id, { expand }, { idempotencyKey: `${input.idempotencyKey}:send` })
			: await stripe.invoices.retrieve(finalized.id, { expand });
	return { invoiceId: sent.id, hostedUrl: sent.hosted_invoice_url ?? null, paymentIntentId: paymentIntentOf(sent) };
}

async function findStarted(stripe: Stripe, input: Input): Promise<Stripe.Invoice | null> {
	const keyturnInvoice = input.metadata.keyturn_invoice;
	if (!keyturnInvoice) return null;
	const found = await findOwnInvoice(stripe, { keyturnInvoice, customerId: input.customerId });
	return found?.status === "void" ? null : found;
}

function createDraft(stripe: Stripe, input: Input): Promise<Stripe.Invoice> {
	const dueSeconds = input.dueAt === null ? 0 : Date.parse(`${input.dueAt}T12:00:00Z`) / 1000;
	return stripe.invoices.create(
		{
			customer: input.customerId,
			currency: input.currency,
			description: input.description,
			collection_method: "send_invoice",
			auto_advance: false,
			pending_invoice_items_behavior: "exclude",
			metadata: input.metadata,
			...(dueSeconds > Date.now() / 1000 ? { due_date: dueSeconds } : { days_until_due: 0 }),
		},
		{ idempotencyKey: `${input.idempotencyKey}:invoice` },
	);
}

async function finalizeDraft(stripe: Stripe, input: Input, draft: Stripe.Invoice): Promise<Stripe.Invoice> {
	if (draft.lines.data.length === 0) {
		await stripe.invoiceItems.create(
			{
				customer: input.customerId,
				invoice: draft.id,
				amount: input.amount,
				currency: input.currency,
				description: input.description,
			},
			{ idempotencyKey: `${input.idempotencyKey}:item` },
		);
	} else {
		refuseOtherTerms(draft, input);
	}
	return stripe.invoices.finalizeInvoice(
		draft.id,
		{ auto_advance: false },
		{ idempotencyKey: `${input.idempotencyKey}:finalize` },
	);
}

/** An invoice of our id over another sum was made from an earlier state of ours: a person has to look. */
function refuseOtherTerms(invoice: Stripe.Invoice, input: Input): void {
	if (invoice.total === input.amount && invoice.currency === input.currency) return;
	throw new VendorFailed({
		vendor: "Stripe",
		message: `invoice ${invoice.id} is over ${invoice.total} ${invoice.currency} (minor units), ours over ${input.amount} ${input.currency}. Void the one at Stripe, or correct ours.`,
		isTransient: false,
	});
}

/** An invoice names its payment intents only under `payments` (since API 2025-03-31). */
function paymentIntentOf(invoice: Stripe.Invoice): string | null {
	const payments = invoice.payments?.data ?? [];
	const intent = (payments.find((payment) => payment.is_default) ?? payments[0])?.payment.payment_intent;
	return (typeof intent === "string" ? intent : intent?.id) ?? null;
}
