import type { Plan } from "@/payload-types";

type ShippedPlan = Pick<Plan, "name" | "price" | "currency" | "billingCycle" | "grants"> & { key: PlanKey };

export type PlanKey = "floor-starter" | "floor-standard" | "floor-group";

/** What a new installation may sell. Prices are in cents; a grant without a limit is unlimited. */
export const shippedPlans: readonly ShippedPlan[] = [
	{
		key: "floor-starter",
		name: "Floor Starter",
		price: 480_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "sites", limit: 1 },
			{ feature: "gaming_tables", limit: 15 },
			{ feature: "staff_accounts", limit: 25 },
			{ feature: "visit_log", limit: null },
		],
	},
	{
		key: "floor-standard",
		name: "Floor Standard",
		price: 1_800_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "sites", limit: 1 },
			{ feature: "gaming_tables", limit: 60 },
			{ feature: "staff_accounts", limit: 120 },
			{ feature: "visit_log", limit: null },
			{ feature: "shift_reports", limit: null },
		],
	},
	{
		key: "floor-group",
		name: "Floor Group",
		price: 6_400_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "sites", limit: 12 },
			{ feature: "gaming_tables", limit: null },
			{ feature: "staff_accounts", limit: null },
			{ feature: "visit_log", limit: null },
			{ feature: "shift_reports", limit: null },
			{ feature: "api_calls_per_month", limit: 1_000_000 },
		],
	},
];
