import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { causeInWords, isTransient } from "@/provisioning/engine/judgeFailure";
import type { PaymentsPort } from "@/provisioning/ports";
import { enqueue } from "@/queue/enqueue";
import { endJob } from "@/queue/jobStarts";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

const why = "customer at the provider";
const riskKey = (companyId: string) => `company-sync:${companyId}`;

/**
 * Has a company's name and billing address told to the payment provider, after the commit of the caller's transaction.
 * Nothing happens while no provider is connected.
 */
export async function requestCompanySync({
	req,
	companyId,
}: {
	req: PayloadRequest;
	companyId: string;
}): Promise<void> {
	if (!portsOf(req).payments) return;
	const sql = await sqlOf(req);
	await sql(
		`INSERT INTO company_syncs (company_id, due_at) VALUES ($1::uuid, clock_timestamp())
		 ON CONFLICT (company_id) DO UPDATE SET due_at = EXCLUDED.due_at`,
		[companyId],
	);
	await endJob({ sql, queue: "syncCompany", key: companyId });
	await enqueue({ sql, queue: "syncCompany", data: { companyId } });
}

type Due = { name: string; email: string | null; customerId: string | null; dueAt: string };

/**
 * Brings the provider's customer to what the company is now; makes it when there is none. The provider is asked in no
 * transaction. Safe to call at any time, from any number of workers: one that was overtaken has it told once more, so
 * that the last word is the newest.
 *
 * @throws what may pass by itself, so that the queue tries again; what does not becomes a risk
 */
export async function syncCompany({ payload, companyId }: { payload: Payload; companyId: string }): Promise<void> {
	const sql = await sqlOf({ payload });
	const [due] = await sql<Due>(
		// As text: a JavaScript date would lose the microseconds that tell two changes apart.
		`SELECT p.name, p.billing_email AS email, nullif(p.stripe_i_d, '') AS "customerId", s.due_at::text AS "dueAt"
		 FROM company_syncs s JOIN companies p ON p.id = s.company_id WHERE s.company_id = $1::uuid`,
		[companyId],
	);
	const { payments } = portsOf({ payload });
	if (!due || !payments) return;
	try {
		const customerId = await tell(payments, companyId, due);
		await inSync(payload, (req) => recordSync({ req, companyId, due, customerId }));
	} catch (error) {
		if (isTransient(error)) throw error;
		await giveUpCompanySync({ payload, companyId, cause: causeInWords(error) });
	}
}

const inSync = async (payload: Payload, work: (req: PayloadRequest) => Promise<void>) => {
	const req = await systemRequest(payload, why);
	return inTransaction(req, () => work(req));
};

async function tell(payments: PaymentsPort, companyId: string, { customerId, name, email }: Due): Promise<string> {
	if (customerId) {
		await payments.updateCustomer({ customerId, name, email });
		return customerId;
	}
	const billed = { kind: "company", id: companyId } as const;
	return (await payments.ensureCustomer({ idempotencyKey: `customer:${companyId}`, billed, name, email })).customerId;
}

async function recordSync(input: {
	req: PayloadRequest;
	companyId: string;
	due: Due;
	customerId: string;
}): Promise<void> {
	const { req, companyId, due, customerId } = input;
	const sql = await sqlOf(req);
	const [company] = await sql<{ customerId: string | null }>(
		`SELECT nullif(stripe_i_d, '') AS "customerId" FROM companies WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[companyId],
	);
	if (!company) return;
	const done = await sql(
		"DELETE FROM company_syncs WHERE company_id = $1::uuid AND due_at = $2::timestamptz RETURNING 1",
		[companyId, due.dueAt],
	);
	if (done.length === 0) await requestCompanySync({ req, companyId });
	// Whoever paid meanwhile has linked the company to the customer they paid as.
	if (!company.customerId) {
		await req.payload.update({
			collection: slug.companies,
			id: companyId,
			data: { stripeID: customerId },
			depth: 0,
			...asSystem(req, why),
		});
	}
	await resolveRisk({ req, key: riskKey(companyId), resolution: "The provider knows the company as it is now." });
}

/** Ends the attempts to tell the provider of a change, and calls a person. */
export async function giveUpCompanySync(input: { payload: Payload; companyId: string; cause: string }): Promise<void> {
	const { payload, companyId, cause } = input;
	await inSync(payload, async (req) => {
		const sql = await sqlOf(req);
		const [company] = await sql<{ name: string }>(
			`WITH ended AS (DELETE FROM company_syncs WHERE company_id = $1::uuid RETURNING company_id)
			 SELECT name FROM companies p JOIN ended ON ended.company_id = p.id`,
			[companyId],
		);
		if (!company) return;
		await raiseRisk({
			req,
			key: riskKey(companyId),
			kind: "other",
			severity: "medium",
			title: `${company.name}: Stripe does not have the company's name and billing address`,
			detail: `${cause} Correct the company or its Stripe customer and save it again.`,
			casinoId: null,
		});
	});
}
