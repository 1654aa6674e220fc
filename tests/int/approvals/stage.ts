import { createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { query } from "../payments/stage";

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A running Keyturn, its people who approve or may not, and what they do. */
export async function startStage() {
	const keyturn = await startKeyturn();
	const admin = await createVendor(keyturn, "admin");
	const finance = await createVendor(keyturn, "finance");
	const ops = await createVendor(keyturn, "ops");
	return { keyturn, act: actsOf(keyturn), admin, finance, ops };
}

export type Approval = {
	id: string;
	subject: string;
	status: string;
	amount: number | null;
	first: string | null;
	second: string | null;
	because: string | null;
};

/** The approvals about an invoice, the oldest first. */
export const approvalsOf = (keyturn: Keyturn, invoice: string) =>
	query<Approval>(
		keyturn,
		`SELECT id, subject::text, status::text, amount::float8, first_approver_id AS first, second_approver_id AS second,
			withdrawn_because AS because FROM approvals WHERE invoice_id = $1 ORDER BY created_at, id`,
		[invoice],
	);

export async function orderOf(keyturn: Keyturn, invoice: string) {
	const [row] = await query<{ status: string; first: string | null; second: string | null; reason: string | null }>(
		keyturn,
		`SELECT po_status::text AS status, po_approved_by_id AS first, po_second_approver_id AS second, po_reason AS reason
		 FROM invoices WHERE id = $1`,
		[invoice],
	);
	return row;
}

/** Above the limit, in minor units. */
export const large = 900_000_000;

/** A customer who owes an opening invoice. */
export const owing = (keyturn: Keyturn, amountDue: number, values: object = {}) =>
	createCustomerSetup(keyturn, { invoice: { amountDue, ...values } });

/** The approval about an invoice that has an empty seat. */
export const waitingOf = async (keyturn: Keyturn, invoice: string) =>
	(await approvalsOf(keyturn, invoice)).find(({ status }) => status === "awaiting")?.id ?? "";

/** A customer whose gate waits for the purchase order alone. */
export const withOrder = (keyturn: Keyturn, amountDue: number, status: "draft" | "open" = "open") =>
	createCustomerSetup(keyturn, { onboarding: { gateStandard: "po_approved" }, invoice: { amountDue, status } });

/** Routes by which a person acts, with a reason. */
function actsOf(keyturn: Keyturn) {
	const post = (path: string, as: Person | undefined, body: object = {}) =>
		keyturn.rest("POST", path, { as, body: { reason: "seen and checked", ...body } });
	return {
		approveOrder: (invoice: string, as: Person, body: object = {}) =>
			post(`/invoices/${invoice}/purchase-order`, as, { decision: "approve", number: "PO-7", ...body }),
		recordPayment: (invoice: string, as: Person, amount: number, body: object = {}) =>
			post(`/invoices/${invoice}/record-payment`, as, {
				...{ amount, currency: "usd", paidAt: "2026-11-02T09:00:00.000Z", method: "wire", reference: "MT103" },
				...body,
			}),
		recordRefund: (invoice: string, as: Person | undefined, payment: string, amount: number, body: object = {}) =>
			post(`/invoices/${invoice}/record-refund`, as, {
				...{
					payment,
					amount,
					currency: "usd",
					refundedAt: "2026-11-05T09:00:00.000Z",
					method: "wire",
					reference: "RF1",
				},
				...body,
			}),
		settleHeld: (event: string, invoice: string, as: Person) =>
			post(`/payment-events/${event}/settle`, as, { invoiceId: invoice }),
		voidInvoice: (invoice: string, as: Person) => post(`/invoices/${invoice}/void`, as),
		approve: (approval: string, as: Person | undefined) => post(`/approvals/${approval}/approve`, as),
		reject: (approval: string, as: Person | undefined) => post(`/approvals/${approval}/reject`, as),
		change: (invoice: string, as: Person, data: object) =>
			keyturn.rest("PATCH", `/invoices/${invoice}`, { as, body: data }),
	};
}
