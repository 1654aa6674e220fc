import type { CollectionConfig } from "payload";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

/** What a casino may use, and how much of it: granted by the plan of its order form. */
export const Entitlements: CollectionConfig = ownedCollection({
	slug: slug.entitlements,
	labels: { singular: "Entitlement", plural: "Entitlements" },
	admin: {
		group: "Commercial",
		useAsTitle: "feature",
		defaultColumns: ["casino", "feature", "limit", "status", "plan", "startsAt"],
		description: "Granted by provisioning from the order form's plan.",
	},
	indexes: [{ fields: ["casino", "feature", "contract"], unique: true }],
	fields: [
		casinoField(),
		{ name: "plan", type: "relationship", relationTo: slug.plans },
		{ name: "contract", type: "relationship", relationTo: slug.contracts, index: true },
		{ name: "feature", type: "text", required: true, maxLength: 80 },
		{ name: "limit", type: "number", min: 0, admin: { description: "Empty: without limit." } },
		statusField({ values: ["active", "suspended", "ended"], defaultValue: "active" }),
		{ name: "startsAt", type: "date", label: "From" },
		{ name: "endsAt", type: "date", label: "Until" },
	],
});
