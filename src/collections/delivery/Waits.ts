import type { CollectionConfig } from "payload";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";

export const Waits: CollectionConfig = ownedCollection({
	slug: slug.waits,
	labels: { singular: "Wait", plural: "Waits" },
	admin: {
		group: "Delivery",
		useAsTitle: "what",
		defaultColumns: ["what", "casino", "on", "since", "until"],
		listSearchableFields: ["what", "whom"],
		description: "Whom an onboarding waits for, from when to when. Waiting for others is not counted as our time.",
	},
	defaultSort: "-since",
	indexes: [{ fields: ["onboarding", "until"] }],
	hooks: reviewPlanOf(),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{
			name: "on",
			type: "select",
			label: "Waiting on",
			required: true,
			defaultValue: "customer",
			options: [
				{ value: "us", label: "Us" },
				{ value: "customer", label: "The customer" },
				{ value: "third_party", label: "A third party" },
			],
		},
		{ name: "whom", type: "text", label: "Who", maxLength: 200 },
		{ name: "what", type: "text", label: "For what", required: true, maxLength: 400 },
		{ name: "since", type: "date", required: true, defaultValue: () => new Date().toISOString() },
		{
			name: "until",
			type: "date",
			validate: (value: unknown, { siblingData }: { siblingData: { since?: string } }) =>
				!value ||
				!siblingData.since ||
				new Date(String(value)) >= new Date(siblingData.since) ||
				"The end comes before the start.",
			admin: { description: "Empty while it lasts." },
		},
		{ name: "item", type: "relationship", relationTo: slug.checklistItems },
	],
});
