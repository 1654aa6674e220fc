import type { RelationshipField } from "payload";
import { slug } from "@/slugs";

/**
 * The tenant a row belongs to: the authorization boundary. Required unless said otherwise, and never moved:
 * a row that changed hands would take its history to another customer.
 */
export function casinoField(options: { isRequired?: boolean; description?: string } = {}): RelationshipField {
	const { isRequired = true, description } = options;
	return {
		name: "casino",
		type: "relationship",
		relationTo: slug.casinos,
		required: isRequired,
		index: true,
		access: { update: () => false },
		admin: {
			position: "sidebar",
			description: description ?? "The customer's tenant. It cannot be changed afterwards.",
			allowEdit: false,
		},
	};
}
