import { type Slug, slug } from "@/slugs";

const collections = "/admin/collections";

/** Where a record is looked at: a casino opens with its overview. */
export function recordPath(collection: Slug, id: string): string {
	return `${collections}/${collection}/${id}${collection === slug.casinos ? "/overview" : ""}`;
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
