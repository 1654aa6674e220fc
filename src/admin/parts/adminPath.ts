import { type Slug, slug } from "@/slugs";

const collections = "/admin/collections";

const withOverview: ReadonlySet<Slug> = new Set([slug.casinos, slug.onboardings]);

/** Where a record is looked at: casinos and onboardings open with their overview. */
export function recordPath(collection: Slug, id: string): string {
	return `${formPath(collection, id)}${withOverview.has(collection) ? "/overview" : ""}`;
}

/** Where a record's fields are changed. */
export function formPath(collection: Slug, id: string): string {
	return `${collections}/${collection}/${id}`;
}

/** A list, filtered by fields that must equal a value, as the address bar holds it. */
export function listPath(collection: Slug, equal: Record<string, string> = {}): string {
	const conditions = Object.entries(equal).map(
		([field, value], index) => `where[or][0][and][${index}][${field}][equals]=${encodeURIComponent(value)}`,
	);
	return [`${collections}/${collection}`, conditions.join("&")].filter(Boolean).join("?");
}

/** The form for a new record. */
export function createPath(collection: Slug): string {
	return `${collections}/${collection}/create`;
}

export const heldPaymentsPath = "/admin/held-payments";
export const portfolioPath = "/admin/portfolio";
export const myWorkPath = "/admin/my-work";
export const reportsPath = "/admin/reports";
