import { VendorFailed } from "@/errors";
import type { PaymentObjectKind, PaymentsPort } from "@/provisioning/ports";
import { askStripe } from "./askStripe";
import { findOwnInvoice } from "./findOwnInvoice";
import { listEvents } from "./listEvents";
import { sendInvoice } from "./sendInvoice";
import { type Stripe, StripeSdk } from "./stripeSdk";

/**
 * Payments at Stripe. Every call may throw VendorFailed; `isTransient` says whether it is worth a retry.
 * @param apiBase where Stripe's API is, when it is not api.stripe.com (STRIPE_API_BASE)
 */
export function createStripePayments(options: { secretKey: string; apiBase: string | undefined }): PaymentsPort {
	const stripe = connect(options);
	return {
		retrieve: (kind, id) => askStripe(() => retrieve(stripe, kind, id)),
		ensureCustomer: (input) => askStripe(() => ensureCustomer(stripe, input)),
		updateCustomer: ({ customerId, name, email }) =>
			askStripe(async () => {
				await stripe.customers.update(customerId, { name, ...(email === null ? {} : { email }) });
			}),
		sendInvoice: (input) => askStripe(() => sendInvoice(stripe, input)),
		createCheckout: (input) => askStripe(() => createCheckout(stripe, input)),
		markPaidElsewhere: (input) => askStripe(() => markPaidElsewhere(stripe, input)),
		findInvoice: (input) =>
			askStripe(async () => {
				const invoice = await findOwnInvoice(stripe, input);
				return invoice && { invoiceId: invoice.id, status: invoice.status ?? "draft" };
			}),
		listEvents: ({ since }) => listEvents(stripe, since),
	};
}

function connect({ secretKey, apiBase }: { secretKey: string; apiBase: string | undefined }): Stripe {
	const base = apiBase === undefined ? null : new URL(apiBase);
	const isPlain = base?.protocol === "http:";
	return new StripeSdk(secretKey, {
		timeout: 10_000,
		maxNetworkRetries: 2,
		telemetry: false,
		...(base && {
			host: base.hostname,
			port: base.port || (isPlain ? 80 : 443),
			protocol: isPlain ? ("http" as const) : ("https" as const),
		}),
	});
}

async function retrieve(stripe: Stripe, kind: PaymentObjectKind, id: string): Promise<Record<string, unknown> | null> {
	const fetchers: Record<PaymentObjectKind, () => Promise<object>> = {
		invoice: () => stripe.invoices.retrieve(id, { expand: ["payments"] }),
		invoice_payment: () => stripe.invoicePayments.retrieve(id, { expand: ["invoice"] }),
		checkout: () => stripe.checkout.sessions.retrieve(id),
		charge: () => stripe.charges.retrieve(id),
		dispute: () => stripe.disputes.retrieve(id),
		refund: () => stripe.refunds.retrieve(id),
		subscription: () => stripe.subscriptions.retrieve(id),
		customer: () => stripe.customers.retrieve(id),
	};
	try {
		// Through JSON: the library's own number types and accessors stay behind, the body as Stripe sent it remains.
		return JSON.parse(JSON.stringify(await fetchers[kind]()));
	} catch (error) {
		if (error instanceof StripeSdk.errors.StripeError && error.code === "resource_missing") return null;
		throw error;
	}
}

/** Asked first: an invoice that was paid or voided there meanwhile cannot be paid elsewhere, and need not be. */
async function markPaidElsewhere(
	stripe: Stripe,
	{ idempotencyKey, invoiceId }: Parameters<PaymentsPort["markPaidElsewhere"]>[0],
): Promise<void> {
	const { status } = await stripe.invoices.retrieve(invoiceId);
	if (status !== "open" && status !== "uncollectible") return;
	await stripe.invoices.pay(invoiceId, { paid_out_of_band: true }, { idempotencyKey: `${idempotencyKey}:pay` });
}

/** Searched by our own id first, for the time after Stripe has forgotten the idempotency key. */
async function ensureCustomer(
	stripe: Stripe,
	{ idempotencyKey, billed, name, email }: Parameters<PaymentsPort["ensureCustomer"]>[0],
): Promise<{ customerId: string }> {
	const key = `keyturn_${billed.kind}`;
	const query = `metadata['${key}']:'${billed.id.replace(/[\\']/g, "\\$&")}'`;
	const { data } = await stripe.customers.search({ query, limit: 1 });
	const found =
		data[0] ??
		(await stripe.customers.create(
			{ name, ...(email === null ? {} : { email }), metadata: { [key]: billed.id } },
			{ idempotencyKey: `${idempotencyKey}:customer` },
		));
	return { customerId: found.id };
}

async function createCheckout(
	stripe: Stripe,
	input: Parameters<PaymentsPort["createCheckout"]>[0],
): Promise<{ sessionId: string; url: string }> {
	const payer = input.customerId ? { customer: input.customerId } : input.email ? { customer_email: input.email } : {};
	const session = await stripe.checkout.sessions.create(
		{
			mode: "payment",
			...payer,
			line_items: [
				{
					quantity: 1,
					price_data: {
						currency: input.currency,
						unit_amount: input.amount,
						product_data: { name: input.description },
					},
				},
			],
			metadata: input.metadata,
			// A charge inherits its payment intent's metadata, never the session's: refunds are bound through it.
			payment_intent_data: { metadata: input.metadata },
			success_url: input.successUrl,
			cancel_url: input.cancelUrl,
		},
		{ idempotencyKey: `${input.idempotencyKey}:checkout` },
	);
	if (!session.url) {
		throw new VendorFailed({
			vendor: "Stripe",
			message: "the checkout has no payment page any more.",
			isTransient: false,
		});
	}
	return { sessionId: session.id, url: session.url };
}
