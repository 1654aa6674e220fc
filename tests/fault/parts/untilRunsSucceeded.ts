import type { CopiedCustomer } from "../../harness/copyCustomers";
import { type Addresses, withDatabase } from "./openCustomers";
import { until } from "./until";

/** Waits until every customer's run has succeeded, for as long as there is progress. */
export async function untilRunsSucceeded(addresses: Addresses, customers: readonly CopiedCustomer[]): Promise<void> {
	const onboardings = customers.map(({ onboarding }) => onboarding);
	await withDatabase(addresses.DATABASE_URL, (database) =>
		until(
			`${customers.length} runs that succeeded`,
			async () => {
				const { rows } = await database.query<{ status: string; count: number; steps: number }>(
					`SELECT r.status, count(DISTINCT r.id)::int AS count, count(*) FILTER (WHERE s.status = 'succeeded')::int AS steps
					 FROM provisioning_runs r JOIN provisioning_steps s ON s.run_id = r.id
					 WHERE r.onboarding_id = ANY($1::uuid[]) GROUP BY r.status ORDER BY r.status`,
					[onboardings],
				);
				return rows;
			},
			(rows) => rows.length === 1 && rows[0]?.status === "succeeded" && rows[0].count === customers.length,
		),
	);
}
