/** Every collection and global name, once. The names are public (REST paths, reports): see DESIGN §4. */
export const slug = {
	users: "users",
	apiClients: "api-clients",
	companies: "companies",
	casinos: "casinos",
	casinoSettings: "casino-settings",
	contracts: "contracts",
	invoices: "invoices",
	subscriptions: "subscriptions",
	plans: "plans",
	entitlements: "entitlements",
	paymentEvents: "payment-events",
	onboardings: "onboardings",
	provisioningRuns: "provisioning-runs",
	provisioningSteps: "provisioning-steps",
	checkIns: "check-ins",
	staff: "staff",
	staffInvites: "staff-invites",
	messages: "messages",
	risks: "risks",
	auditEntries: "audit-entries",
	media: "media",
} as const;

export type Slug = (typeof slug)[keyof typeof slug];

export const allSlugs = Object.values(slug) as readonly Slug[];

export const globalSlug = { settings: "settings" } as const;
