import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Whether an onboarding has another invoice that opens its gate. Locks the onboarding, so that two first invoices cannot be made,
 * linked or taken out at once.
 */
export async function hasOtherOpener(input: {
	req: PayloadRequest;
	onboardingId: string;
	/** The invoice that is asked about; null for one that is about to be made. */
	invoiceId: string | null;
}): Promise<boolean> {
	const { req, onboardingId, invoiceId } = input;
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE", [onboardingId]);
	const rows = await sql(
		`SELECT 1 FROM invoices WHERE onboarding_id = $1::uuid AND opens_gate AND status <> 'void' AND id IS DISTINCT FROM $2::uuid LIMIT 1`,
		[onboardingId, invoiceId],
	);
	return rows.length > 0;
}

/** An onboarding that an invoice has left: of those that remain the first opens the gate, where none does. */
export async function restoreOpener(input: { req: PayloadRequest; onboardingId: string }): Promise<void> {
	const { req, onboardingId } = input;
	if (await hasOtherOpener({ ...input, invoiceId: null })) return;
	const sql = await sqlOf(req);
	const [first] = await sql<{ id: string }>(
		`SELECT id FROM invoices WHERE onboarding_id = $1::uuid AND status <> 'void' AND subscription_id IS NULL AND amends_id IS NULL
		 ORDER BY created_at, id LIMIT 1`,
		[onboardingId],
	);
	if (!first) return;
	await req.payload.update({
		collection: slug.invoices,
		id: first.id,
		data: { opensGate: true },
		depth: 0,
		...asSystem(req, "the first invoice of an onboarding opens its gate"),
	});
}
