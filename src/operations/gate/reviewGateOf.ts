import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import { reviewPlan } from "../plan/reviewPlan";

/**
 * Looks at the gate of the onboarding that a contract or invoice belongs to, and of the one it belonged to before.
 * The row is read from the database: the document that a hook is given holds only what the sender selected.
 */
export async function reviewGateOf(input: {
	req: PayloadRequest;
	of: "contracts" | "invoices";
	id: string;
	previousOnboarding: string | null;
}): Promise<void> {
	const { req, of, id, previousOnboarding } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{ onboardingId: string | null }>(
		`SELECT onboarding_id AS "onboardingId" FROM ${of} WHERE id = $1::uuid`,
		[id],
	);
	const ids = new Set([row?.onboardingId ?? null, previousOnboarding].filter((one) => one !== null));
	// In one order, whoever moves what from where to where.
	for (const onboardingId of [...ids].sort()) await reviewPlan({ req, onboardingId });
}
