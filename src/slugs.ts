/** Every collection and global name, once. The names are public (REST paths, reports). */
export const slug = {
	users: "users",
	apiClients: "api-clients",
	companies: "companies",
	casinos: "casinos",
	casinoSettings: "casino-settings",
	contracts: "contracts",
	invoices: "invoices",
	approvals: "approvals",
	subscriptions: "subscriptions",
	plans: "plans",
	entitlements: "entitlements",
	payments: "payments",
	paymentEvents: "payment-events",
	playbooks: "playbooks",
	playbookVersions: "playbook-versions",
	onboardings: "onboardings",
	checklists: "checklists",
	checklistItems: "checklist-items",
	opinions: "opinions",
	decisions: "decisions",
	waits: "waits",
	trainingSessions: "training-sessions",
	pilotIssues: "pilot-issues",
	spotChecks: "spot-checks",
	adoptionReports: "adoption-reports",
	provisioningRuns: "provisioning-runs",
	provisioningSteps: "provisioning-steps",
	checkIns: "check-ins",
	acceptances: "acceptances",
	floorAreas: "floor-areas",
	gamingTables: "gaming-tables",
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
