import type { CollectionConfig } from "payload";
import { slug } from "@/slugs";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";

/** What can be bought, and what it grants. */
export const Plans: CollectionConfig = ownedCollection({
	slug: slug.plans,
	labels: { singular: "Plan", plural: "Plans" },
	admin: {
		group: "Commercial",
		useAsTitle: "name",
		defaultColumns: ["name", "key", "price", "billingCycle", "isActive"],
		listSearchableFields: ["name", "key"],
		description: "What an order form may name. The grants of a plan become the casino's entitlements.",
	},
	fields: [
		{ name: "name", type: "text", required: true, maxLength: 120 },
		{
			name: "key",
			type: "text",
			required: true,
			unique: true,
			maxLength: 60,
			validate: (value: string | null | undefined) =>
				/^[a-z0-9][a-z0-9_-]*$/.test(value ?? "") ||
				"Use lower-case letters, digits, - and _, beginning with a letter or digit.",
			admin: { description: "Short and lasting: floor-standard." },
		},
		{
			type: "row",
			fields: [
				moneyField({ name: "price", label: "Price" }),
				{ name: "currency", type: "text", defaultValue: "usd", minLength: 3, maxLength: 3, admin: { width: "20%" } },
				{
					name: "billingCycle",
					type: "select",
					options: [
						{ value: "month", label: "Monthly" },
						{ value: "year", label: "Yearly" },
						{ value: "once", label: "Once" },
					],
					admin: { width: "30%" },
				},
			],
		},
		{
			name: "grants",
			type: "array",
			labels: { singular: "Grant", plural: "Grants" },
			admin: { description: "What the plan entitles to. An empty limit means without limit." },
			fields: [
				{
					type: "row",
					fields: [
						{ name: "feature", type: "text", required: true, maxLength: 80, admin: { width: "60%" } },
						{ name: "limit", type: "number", min: 0, admin: { width: "40%" } },
					],
				},
			],
		},
		{ name: "isActive", type: "checkbox", label: "May be sold", defaultValue: true, admin: { position: "sidebar" } },
	],
});
