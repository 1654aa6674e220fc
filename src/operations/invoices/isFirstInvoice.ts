import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** Whether an onboarding has no invoice yet. Locks the onboarding, so that two first invoices cannot be made at once. */
export async function isFirstInvoice({
	req,
	onboardingId,
}: {
	req: PayloadRequest;
	onboardingId: string;
}): Promise<boolean> {
	const sql = await sqlOf(req);
	await sql("SELECT id FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE", [onboardingId]);
	const rows = await sql("SELECT 1 FROM invoices WHERE onboarding_id = $1::uuid AND status <> 'void' LIMIT 1", [
		onboardingId,
	]);
	return rows.length === 0;
}
