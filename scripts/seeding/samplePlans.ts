import type { Plan } from "@/payload-types";

export type SamplePlanKey = "sms-leads" | "workspace-team" | "support-silver" | "tenant-capacity";

/** What the customers of the other playbooks bought. A real installation sells what its vendor enters. Prices are in cents. */
export const samplePlans: readonly (Pick<Plan, "name" | "price" | "currency" | "billingCycle" | "grants"> & {
	key: SamplePlanKey;
})[] = [
	{
		key: "sms-leads",
		name: "SMS Leads",
		price: 59_400,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "phone_numbers", limit: 1 },
			{ feature: "messages_per_month", limit: 2_000 },
		],
	},
	{
		key: "workspace-team",
		name: "Workspace Team",
		price: 360_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "workspaces", limit: 1 },
			{ feature: "seats", limit: 15 },
		],
	},
	{
		key: "support-silver",
		name: "Support Silver",
		price: 720_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "support_cases_per_month", limit: 10 },
			{ feature: "response_hours", limit: 8 },
		],
	},
	{
		key: "tenant-capacity",
		name: "Tenant Capacity",
		price: 9_600_000,
		currency: "usd",
		billingCycle: "year",
		grants: [
			{ feature: "capacity_units", limit: 40 },
			{ feature: "runs_per_minute", limit: 600 },
		],
	},
];
