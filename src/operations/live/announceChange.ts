import type { Sql } from "@/queue/sqlOf";

/** The channel on which every process hears that something about an onboarding changed. */
export const liveChannel = "keyturn_live";

/** Said on it instead of an onboarding's id: somebody's rights ended, and every reader looks again with those they have now. */
export const accessChanged = "access";

/** Tells everybody who watches this onboarding to look again, once the caller's transaction has committed. */
export async function announceChange({ sql, onboardingId }: { sql: Sql; onboardingId: string }): Promise<void> {
	await sql("SELECT pg_notify($1, $2)", [liveChannel, onboardingId]);
}
