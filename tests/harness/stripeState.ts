import { randomBytes } from "node:crypto";

export type StripeObject = Record<string, unknown> & { id: string; object: string; metadata?: Record<string, string> };

/** A request that Stripe would refuse in the state an object is in. */
class Refused extends Error {
	readonly status = 400;
	readonly code = "invoice_not_editable";
}

export type StripeState = ReturnType<typeof createStripeState>;

/**
 * What one Stripe account holds, in memory: the official fixtures' shapes with what was asked for put in.
 * Each change an account would tell by webhook is also an event in it.
 */
export function createStripeState(fixtures: Record<string, StripeObject>) {
	const objects = new Map<string, StripeObject>();
	const now = () => Math.floor(Date.now() / 1000);
	const newId = (prefix: string) => `${prefix}_test${randomBytes(9).toString("hex")}`;

	function put<T extends StripeObject>(object: T): T {
		objects.set(object.id, object);
		return object;
	}
	function make(fixture: string, prefix: string, values: Record<string, unknown>): StripeObject {
		const shape = fixtures[fixture];
		if (!shape) throw new Error(`There is no fixture ${fixture}.`);
		return put({ ...structuredClone(shape), id: newId(prefix), created: now(), metadata: {}, ...values });
	}
	function tell(type: string, object: StripeObject): StripeObject {
		return make("event", "evt", { type, api_version: "2026-10-28.endive", data: { object: structuredClone(object) } });
	}
	function existing(id: string, ...statuses: string[]): StripeObject {
		const found = objects.get(id);
		if (!found) throw Object.assign(new Error(`No such object: '${id}'`), { status: 404, code: "resource_missing" });
		if (statuses.length > 0 && !statuses.includes(String(found.status))) {
			throw new Refused(`This object is ${found.status}; it must be ${statuses.join(" or ")}.`);
		}
		return found;
	}
	const change = (object: StripeObject, values: Record<string, unknown>) => Object.assign(object, values);

	return {
		put,
		tell,
		find: (id: string) => objects.get(id),
		/** Newest first, as Stripe lists. */
		all: (object: string) => [...objects.values()].filter((one) => one.object === object).reverse(),
		page(listed: StripeObject[], { limit, starting_after }: Record<string, unknown>, url: string) {
			const start = listed.findIndex(({ id }) => id === starting_after) + 1;
			const end = start + Number(limit ?? 10);
			return { object: "list", data: listed.slice(start, end), has_more: end < listed.length, url };
		},
		createCustomer(values: Record<string, unknown>) {
			return make("customer", "cus", values);
		},
		updateCustomer: (id: string, values: Record<string, unknown>) => change(existing(id), values),
		createInvoice({ days_until_due, ...values }: Record<string, unknown>) {
			existing(String(values.customer));
			return make("invoice", "in", {
				...values,
				due_date: values.due_date ?? now() + Number(days_until_due) * 86_400,
				status: "draft",
				total: 0,
				amount_due: 0,
				amount_paid: 0,
				amount_remaining: 0,
				number: null,
				hosted_invoice_url: null,
				lines: { object: "list", data: [], has_more: false, url: "" },
				payments: { object: "list", data: [], has_more: false, url: "" },
			});
		},
		addInvoiceItem(values: Record<string, unknown>) {
			const invoice = existing(String(values.invoice), "draft");
			const item = make("invoiceitem", "ii", values);
			const lines = (invoice.lines as { data: unknown[] }).data;
			lines.push({ id: newId("il"), object: "line_item", amount: values.amount, description: values.description });
			const total = Number(invoice.total) + Number(values.amount);
			change(invoice, { total, amount_due: total, amount_remaining: total });
			return item;
		},
		finalizeInvoice(id: string) {
			const invoice = existing(id, "draft");
			const payment = {
				...structuredClone(fixtures.invoice_payment),
				id: newId("inpay"),
				invoice: id,
				is_default: true,
				status: "open",
				amount_requested: invoice.total,
				payment: { type: "payment_intent", payment_intent: newId("pi") },
			};
			put(payment as unknown as StripeObject);
			change(invoice, {
				status: "open",
				number: `KT-${objects.size}`,
				hosted_invoice_url: `https://invoice.stripe.example/${id}`,
				payments: { object: "list", data: [payment], has_more: false, url: "" },
			});
			tell("invoice.finalized", invoice);
			return invoice;
		},
		sendInvoice(id: string) {
			const invoice = existing(id, "open");
			tell("invoice.sent", invoice);
			return invoice;
		},
		payInvoice(id: string) {
			const invoice = existing(id, "open", "uncollectible");
			change(invoice, { status: "paid", amount_paid: invoice.total, amount_remaining: 0 });
			tell("invoice.paid", invoice);
			return invoice;
		},
		voidInvoice(id: string) {
			const invoice = change(existing(id, "open", "uncollectible"), { status: "void" });
			tell("invoice.voided", invoice);
			return invoice;
		},
		createCheckout(values: Record<string, unknown>) {
			const [line] = values.line_items as { price_data: { unit_amount: number; currency: string } }[];
			const { line_items: _lines, payment_intent_data: _intent, ...kept } = values;
			return make("checkout.session", "cs_test", {
				...kept,
				amount_total: line?.price_data.unit_amount ?? null,
				currency: line?.price_data.currency ?? null,
				payment_intent: null,
			});
		},
	};
}
