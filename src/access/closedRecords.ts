import { type Slug, slug } from "@/slugs";

/**
 * What of a record is closed, and when. The record's own state closes it (`of: "self"`), or that of the onboarding or casino it
 * hangs on. The system still writes: settlement, provisioning and the plan follow facts, not edits.
 */
export type ClosedRule = {
	of: "self" | "onboarding" | "casino";
	/**
	 * The statuses in which it is closed; or `part_paid`, an open invoice that money has come for, and `an_amendment`, an open one
	 * that amends another; or `announced`, an onboarding whose go-live announcement was sent.
	 */
	in: readonly string[];
	/** The fields that are closed; with `allBut`, every field a person could write, save those. */
	fields: readonly string[] | { allBut: readonly string[] };
	/** Closed fields that may still be filled in where they are empty. */
	fillable?: readonly string[];
	/** No more records are made below what is closed. */
	refusesNew?: true;
	/** What to do instead, for the person. */
	instead: string;
};

const invoiceTerms = [
	"number",
	"casino",
	"onboarding",
	"amountDue",
	"currency",
	"purchaserEmail",
	"opensGate",
	"dueAt",
	"po",
] as const;

const contractTerms = [
	"type",
	"casino",
	"onboarding",
	"plan",
	"sites",
	"seats",
	"termMonths",
	"signedAt",
	"expiresAt",
	"file",
] as const;

const ofOnboarding = (allBut: readonly string[]): readonly ClosedRule[] => [
	{
		of: "onboarding",
		in: ["completed"],
		fields: { allBut },
		refusesNew: true,
		instead: "Reopen the onboarding first.",
	},
	{
		of: "onboarding",
		in: ["cancelled"],
		fields: { allBut },
		refusesNew: true,
		instead: "Open a new onboarding.",
	},
];

const ofClosedCasino = (allBut: readonly string[] = []): readonly ClosedRule[] => [
	{
		of: "casino",
		in: ["closed"],
		fields: { allBut },
		refusesNew: true,
		instead: "What a closed casino had configured stays on record.",
	},
];

/** Which fields close in which states. Enforced by `refuseClosed`, printed in `docs/closed-records.md`, walked by its test. */
export const closedRecords: Partial<Record<Slug, readonly ClosedRule[]>> = {
	[slug.invoices]: [
		{
			of: "self",
			in: ["paid", "refunded"],
			fields: invoiceTerms,
			fillable: ["onboarding"],
			instead: "Amend the invoice.",
		},
		{
			of: "self",
			in: ["part_paid"],
			fields: invoiceTerms,
			fillable: ["onboarding"],
			instead: "Amend the invoice once it is paid in full.",
		},
		{
			of: "self",
			in: ["an_amendment"],
			fields: ["casino", "onboarding", "amountDue", "currency"],
			instead: "Amend the invoice it amends again, or void this one.",
		},
		{
			of: "self",
			in: ["void", "uncollectible"],
			fields: invoiceTerms,
			instead: "Write a new invoice.",
		},
	],
	[slug.contracts]: [
		{
			of: "self",
			in: ["signed"],
			fields: contractTerms,
			fillable: ["onboarding", "file"],
			instead: "Amend the contract.",
		},
		{
			of: "self",
			in: ["expired", "terminated", "superseded"],
			fields: contractTerms,
			fillable: ["file"],
			instead: "Write a new contract.",
		},
	],
	[slug.casinos]: [
		{
			of: "self",
			in: ["closed"],
			fields: ["name", "slug", "company", "timezone", "address"],
			instead: "Open a new casino.",
		},
	],
	[slug.onboardings]: [
		{
			of: "self",
			in: ["announced"],
			fields: ["announcementSubject", "announcement"],
			instead: "The announcement was sent as it stands; write to the people again by hand.",
		},
		{
			of: "self",
			in: ["completed"],
			fields: { allBut: ["notes", "manager", "status", "statusReason"] },
			instead: "Reopen the onboarding first.",
		},
		{
			of: "self",
			in: ["cancelled"],
			fields: { allBut: ["notes", "manager", "status", "statusReason"] },
			instead: "Open a new onboarding.",
		},
	],
	[slug.waits]: ofOnboarding([]),
	[slug.trainingSessions]: ofOnboarding(["notes"]),
	[slug.pilotIssues]: ofOnboarding(["owner", "roadmapLink", "triageNote"]),
	[slug.spotChecks]: ofOnboarding(["note"]),
	[slug.checkIns]: ofOnboarding(["notes"]),
	// Use is measured for as long as the customer uses the product: weeks still come in.
	[slug.adoptionReports]: ofOnboarding(["note"]).map(({ refusesNew: _, ...rule }) => rule),
	[slug.entitlements]: [{ of: "self", in: ["ended"], fields: { allBut: [] }, instead: "Grant a new entitlement." }],
	[slug.casinoSettings]: ofClosedCasino(),
	[slug.floorAreas]: ofClosedCasino(),
	[slug.gamingTables]: ofClosedCasino(),
	[slug.staff]: ofClosedCasino(["status"]),
};
