import type { CollectionConfig } from "payload";
import { stances } from "@/domain/playbook/opinion";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { wordsOf } from "../fields/statusField";

/** What somebody who is consulted about an item says of it: one answer a person, changed until the item is settled. It blocks nothing. */
export const Opinions: CollectionConfig = ownedCollection({
	slug: slug.opinions,
	labels: { singular: "Opinion", plural: "Opinions" },
	admin: {
		group: "Delivery",
		useAsTitle: "words",
		defaultColumns: ["item", "person", "stance", "words", "casino", "updatedAt"],
		listSearchableFields: ["words"],
		description: "What consulted people said of an item. They answer on the onboarding's page or in the portal.",
	},
	defaultSort: "-updatedAt",
	indexes: [{ fields: ["item", "person"], unique: true }],
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true, index: true },
		{ name: "item", type: "relationship", relationTo: slug.checklistItems, required: true },
		// Empty once the account is deleted.
		{ name: "person", type: "relationship", relationTo: slug.users, index: true },
		{
			name: "stance",
			type: "select",
			label: "Answer",
			required: true,
			options: stances.map((value) => ({ value, label: wordsOf(value) })),
		},
		{ name: "words", type: "textarea", maxLength: 2000 },
	],
});
