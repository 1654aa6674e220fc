import type { CopiedCustomer } from "../../harness/copyCustomers";
import { type Addresses, withDatabase } from "./openCustomers";
import { until } from "./until";

/** Waits until every customer's run has succeeded. */
export async function untilRunsSucceeded(
	addresses: Addresses,
	customers: readonly CopiedCustomer[],
	seconds: number,
): Promise<void> {
	const onboardings = customers.map(({ onboarding }) => onboarding);
	await withDatabase(addresses.DATABASE_URL, (database) =>
		until(
			`${customers.length} runs that succeeded`,
			seconds,
			async () => {
				const { rows } = await database.query<{ status: string; count: number }>(
					"SELECT status, count(*)::int AS count FROM provisioning_runs WHERE onboarding_id = ANY($1::uuid[]) GROUP BY status",
					[onboardings],
				);
				return rows;
			},
			(rows) => rows.length === 1 && rows[0]?.status === "succeeded" && rows[0].count === customers.length,
		),
	);
}
