import type { CollectionConfig } from "payload";
import { phaseStatuses } from "@/domain/playbook/phaseStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";
import { unprovedField } from "../fields/unprovedField";

/** A phase of one onboarding. Its items are rows of their own: two people ticking at once both win. */
export const Checklists: CollectionConfig = ownedCollection({
	slug: slug.checklists,
	labels: { singular: "Checklist", plural: "Checklists" },
	admin: {
		group: "Delivery",
		useAsTitle: "name",
		defaultColumns: ["name", "onboarding", "casino", "status", "startedAt", "closedAt"],
		listSearchableFields: ["name", "goal"],
		description: "The phases of each onboarding. A phase closes when its exit criteria hold or are waived.",
	},
	defaultSort: "position",
	indexes: [{ fields: ["onboarding", "phase"], unique: true }],
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{ name: "phase", type: "text", required: true },
		{ name: "name", type: "text", required: true },
		{ name: "goal", type: "textarea", required: true },
		{ name: "position", type: "number", required: true },
		statusField({ values: phaseStatuses, defaultValue: "waiting", isReadOnly: true }),
		{ name: "startedAt", type: "date", label: "Started" },
		{ name: "closedAt", type: "date", label: "Closed" },
		{ name: "closedBy", type: "relationship", relationTo: slug.users, label: "Closed by" },
		unprovedField("isCloserUnproved"),
	],
});
