import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { type CustomerFact, foldCustomer } from "@/domain/settlement/foldCustomer";
import { type EventRow, eventColumns, readEvent } from "@/inbox/eventRow";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { writeOutcomes } from "./writeOutcomes";

/** Brings a company's name and billing address to what all events of its customer say together. */
export async function settleCustomer({
	req,
	row,
	fact,
}: {
	req: PayloadRequest;
	row: EventRow;
	fact: CustomerFact;
}): Promise<void> {
	const sql = await sqlOf(req);
	const companies = await sql<{ id: string; name: string; billingEmail: string | null }>(
		`SELECT id, name, billing_email AS "billingEmail" FROM companies WHERE stripe_i_d = $1 ORDER BY id FOR NO KEY UPDATE`,
		[fact.customerId],
	);
	const [company] = companies;
	if (!company || companies.length > 1) {
		const why = company ? "Several companies are linked to this customer." : "No company is linked to this customer.";
		await writeOutcomes({ req, rows: [row], outcomes: new Map([[row.eventId, { status: "ignored", why }]]) });
		return;
	}
	const rows = await sql<EventRow>(
		`SELECT ${eventColumns} FROM payment_events WHERE provider = 'stripe' AND object_id = $1 AND type LIKE 'customer.%'`,
		[fact.customerId],
	);
	const facts = rows
		.map(readEvent)
		.flatMap((reading) => (reading.kind === "customer" && reading.fact ? [reading.fact] : []));
	const { state, outcomes } = foldCustomer(facts);
	if (state?.isDeleted) {
		await unlinkCustomer(req, company.id, fact.customerId);
		await writeOutcomes({ req, rows, outcomes });
		return;
	}
	const data = {
		...(state?.name && state.name !== company.name && { name: state.name }),
		...(state?.email && state.email !== company.billingEmail && { billingEmail: state.email }),
	};
	if (Object.keys(data).length > 0) {
		await req.payload.update({
			collection: slug.companies,
			id: company.id,
			data,
			depth: 0,
			...asSystem(req, "the provider's customer changed"),
		});
	}
	await writeOutcomes({ req, rows, outcomes });
}

/** A customer deleted at the provider is nobody's: what the company pays as the next one must not be held for it. */
async function unlinkCustomer(req: PayloadRequest, companyId: string, customerId: string): Promise<void> {
	const sql = await sqlOf(req);
	const [linked] = await sql("SELECT 1 FROM companies WHERE id = $1::uuid AND stripe_i_d = $2 FOR NO KEY UPDATE", [
		companyId,
		customerId,
	]);
	if (!linked) return;
	await req.payload.update({
		collection: slug.companies,
		id: companyId,
		data: { stripeID: null },
		depth: 0,
		...asSystem(req, "the customer was deleted at the provider"),
	});
}
