import type { CollectionConfig } from "payload";
import { acceptanceColours } from "@/domain/acceptance";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { wordsOf } from "../fields/statusField";

/** One setting of an acceptance: the last one of an onboarding counts, the earlier ones are its history. Written by its routes alone. */
export const Acceptances: CollectionConfig = ownedCollection({
	slug: slug.acceptances,
	labels: { singular: "Acceptance", plural: "Acceptances" },
	admin: {
		group: "Delivery",
		useAsTitle: "colour",
		defaultColumns: ["colour", "casino", "reason", "setBy", "setAt", "acknowledgedAt"],
		listSearchableFields: ["reason"],
		description: "Whether what a contract promises can be supplied: green, yellow or red. Set on the onboarding.",
	},
	defaultSort: "-setAt",
	indexes: [{ fields: ["onboarding", "setAt"] }],
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{
			name: "colour",
			type: "select",
			required: true,
			options: acceptanceColours.map((value) => ({ value, label: wordsOf(value) })),
		},
		{ name: "reason", type: "textarea", required: true },
		{ name: "setBy", type: "relationship", relationTo: slug.users, label: "Set by" },
		{ name: "setAt", type: "date", label: "Set", required: true },
		{ name: "acknowledgedBy", type: "relationship", relationTo: slug.users, label: "Acknowledged by" },
		{ name: "acknowledgedAt", type: "date", label: "Acknowledged" },
		{ name: "nextAction", type: "textarea", label: "Next action" },
	],
});
