import { type Slug, slug } from "@/slugs";
import { type CustomerRole, customerRoles, type Role, type VendorRole, vendorRoles } from "./roles";

export type Operation = "create" | "read" | "update" | "delete";

/**
 * How a customer-owned row says whose it is.
 * `casino`: a field of that name. `self`: the row is the casino. `vendor`: no customer ever sees a row.
 * `people`: users, seen by those who share a casino with them.
 */
export type Scope = "casino" | "self" | "vendor" | "people";

/** Named sets of fields with rules of their own inside a row that is readable. */
export type FieldGroup =
	| "amounts"
	| "purchaseOrders"
	| "paymentIds"
	| "internal"
	| "authority"
	| "membership"
	| "settings";

export type CollectionRule = {
	scope: Scope;
	/** Roles that may do it. Vendor roles act on every row, customer roles on rows of casinos they hold the role in. */
	allow: Record<Operation, readonly Role[]>;
	/** Service accounts with the scope `<slug>:read` may read rows of their casino. */
	serviceMayRead: boolean;
	/** Those with the scope `<slug>:write` may post to it, by a route of its own and not by Payload's. */
	serviceMayPost?: true;
	/** A checkbox of the row: without it a customer does not see the row, whatever their role. */
	customersSee?: "visibleToCustomer";
};

const nobody: readonly Role[] = [];
const everyVendor: readonly VendorRole[] = vendorRoles;
const everyCustomer: readonly CustomerRole[] = customerRoles;
const everybody: readonly Role[] = [...everyVendor, ...everyCustomer];

const readable = (create: readonly Role[], update: readonly Role[], remove: readonly Role[] = nobody) => ({
	create,
	read: everybody,
	update,
	delete: remove,
});
const vendorOnly = (create: readonly Role[], update: readonly Role[], remove: readonly Role[] = nobody) => ({
	create,
	read: everyVendor,
	update,
	delete: remove,
});

/**
 * The access matrix: role × collection × operation. The rules are built from it and from nothing else;
 * what is not listed is refused.
 */
export const matrix: Record<Slug, CollectionRule> = {
	[slug.users]: {
		scope: "people",
		allow: { create: ["admin", "ops"], read: everybody, update: ["admin", "ops"], delete: ["admin"] },
		serviceMayRead: false,
	},
	[slug.apiClients]: {
		scope: "vendor",
		allow: { create: ["admin"], read: ["admin", "compliance", "auditor"], update: ["admin"], delete: ["admin"] },
		serviceMayRead: false,
	},
	[slug.companies]: {
		scope: "vendor",
		allow: vendorOnly(["admin", "ops", "finance"], ["admin", "ops", "finance"], ["admin"]),
		serviceMayRead: false,
	},
	[slug.casinos]: {
		scope: "self",
		allow: readable(["admin", "ops"], ["admin", "ops", "manager"]),
		serviceMayRead: true,
	},
	[slug.casinoSettings]: {
		scope: "casino",
		allow: readable(["admin", "ops"], ["admin", "ops", "casino_admin"]),
		serviceMayRead: true,
	},
	[slug.contracts]: {
		scope: "casino",
		allow: readable(["admin", "ops"], ["admin", "ops"], ["admin"]),
		serviceMayRead: false,
	},
	[slug.invoices]: {
		scope: "casino",
		allow: readable(["admin", "ops", "finance"], ["admin", "ops", "finance"]),
		serviceMayRead: true,
	},
	[slug.approvals]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.subscriptions]: { scope: "casino", allow: readable(nobody, nobody), serviceMayRead: true },
	[slug.plans]: {
		scope: "vendor",
		allow: vendorOnly(["admin", "finance"], ["admin", "finance"]),
		serviceMayRead: false,
	},
	[slug.entitlements]: { scope: "casino", allow: readable(["admin"], ["admin"]), serviceMayRead: true },
	[slug.payments]: {
		scope: "casino",
		allow: {
			create: nobody,
			// Every field but the state is an amount or an id: to anybody else the row would say nothing.
			read: [...everyVendor, "finance_contact", "executive_sponsor"],
			update: nobody,
			delete: nobody,
		},
		serviceMayRead: false,
	},
	[slug.paymentEvents]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.playbooks]: {
		scope: "vendor",
		allow: vendorOnly(["admin", "ops"], ["admin", "ops"]),
		serviceMayRead: false,
	},
	[slug.playbookVersions]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.onboardings]: {
		scope: "casino",
		allow: readable(["admin", "ops", "manager"], ["admin", "ops", "manager"]),
		serviceMayRead: true,
	},
	[slug.checklists]: { scope: "casino", allow: readable(nobody, nobody), serviceMayRead: true },
	[slug.checklistItems]: {
		scope: "casino",
		allow: readable(nobody, ["admin", "ops", "manager"]),
		serviceMayRead: true,
		customersSee: "visibleToCustomer",
	},
	/** A customer reads them with the items they may see, in the plan. */
	[slug.opinions]: { scope: "casino", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.decisions]: {
		scope: "casino",
		allow: readable(nobody, nobody),
		serviceMayRead: false,
		customersSee: "visibleToCustomer",
	},
	[slug.waits]: {
		scope: "casino",
		allow: readable(["admin", "ops", "manager"], ["admin", "ops", "manager"], ["admin"]),
		serviceMayRead: false,
	},
	[slug.trainingSessions]: {
		scope: "casino",
		allow: readable(["admin", "ops", "manager"], ["admin", "ops", "manager"]),
		serviceMayRead: false,
	},
	[slug.pilotIssues]: {
		scope: "casino",
		allow: readable(
			["admin", "ops", "manager", "operations_lead", "casino_admin", "pit_boss"],
			["admin", "ops", "manager"],
		),
		serviceMayRead: false,
	},
	[slug.spotChecks]: {
		scope: "casino",
		allow: readable(
			["admin", "ops", "manager", "operations_lead", "casino_admin"],
			["admin", "ops", "manager"],
			["admin"],
		),
		serviceMayRead: false,
	},
	[slug.adoptionReports]: {
		scope: "casino",
		allow: readable(["admin", "ops", "manager"], ["admin", "ops", "manager"]),
		serviceMayRead: true,
		serviceMayPost: true,
	},
	[slug.provisioningRuns]: { scope: "casino", allow: readable(nobody, nobody), serviceMayRead: true },
	[slug.provisioningSteps]: { scope: "casino", allow: readable(nobody, nobody), serviceMayRead: true },
	[slug.checkIns]: {
		scope: "casino",
		allow: readable(["admin", "ops", "manager"], ["admin", "ops", "manager"]),
		serviceMayRead: false,
	},
	[slug.acceptances]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.floorAreas]: {
		scope: "casino",
		allow: readable(
			["admin", "ops", "casino_admin"],
			["admin", "ops", "casino_admin"],
			["admin", "ops", "casino_admin"],
		),
		serviceMayRead: true,
	},
	[slug.gamingTables]: {
		scope: "casino",
		allow: readable(
			["admin", "ops", "casino_admin"],
			["admin", "ops", "casino_admin"],
			["admin", "ops", "casino_admin"],
		),
		serviceMayRead: true,
	},
	[slug.staff]: {
		scope: "casino",
		allow: readable(["admin", "ops", "casino_admin"], ["admin", "ops", "casino_admin"]),
		serviceMayRead: true,
	},
	[slug.staffInvites]: {
		scope: "casino",
		allow: {
			create: ["admin", "ops", "casino_admin"],
			read: [...everyVendor, "casino_admin", "operations_lead", "executive_sponsor"],
			update: nobody,
			delete: nobody,
		},
		serviceMayRead: false,
	},
	[slug.messages]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.risks]: {
		scope: "vendor",
		allow: vendorOnly(["admin", "ops", "manager", "finance"], ["admin", "ops", "manager", "finance"]),
		serviceMayRead: false,
	},
	[slug.auditEntries]: { scope: "vendor", allow: vendorOnly(nobody, nobody), serviceMayRead: false },
	[slug.media]: {
		scope: "casino",
		allow: readable([...everybody.filter((role) => role !== "auditor")], ["admin", "ops"], ["admin"]),
		serviceMayRead: false,
	},
};

/**
 * Field rules inside a row. `read: "row"` adds nothing to the row's own rule.
 * A role that may not read a field may not filter or sort by it either.
 */
export const fieldGroups: Record<FieldGroup, { read: readonly Role[] | "row"; write: readonly Role[] }> = {
	/** What is owed and paid. */
	amounts: {
		read: [...everyVendor, "finance_contact", "executive_sponsor"],
		write: ["admin", "ops", "finance"],
	},
	/** A decision on a purchase order. */
	purchaseOrders: { read: "row", write: ["admin", "finance"] },
	/** Ids and addresses at Stripe and Xero. */
	paymentIds: { read: everyVendor, write: ["admin", "finance"] },
	/** The vendor's own notes, triage and holds. */
	internal: { read: everyVendor, write: ["admin", "ops", "manager", "finance"] },
	/** What a vendor's person may do, and until when. */
	authority: { read: "row", write: ["admin"] },
	/** Whose people somebody belongs to, and with which roles. */
	membership: { read: "row", write: ["admin", "ops"] },
	/** What the casino configures for itself. */
	settings: { read: "row", write: ["admin", "ops", "casino_admin"] },
};
