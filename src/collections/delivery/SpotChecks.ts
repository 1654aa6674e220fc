import type { CollectionConfig } from "payload";
import { topTasks } from "@/domain/topTasks";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { wordsOf } from "../fields/statusField";

/** How long one of the five top tasks took, by the stopwatch. */
export const SpotChecks: CollectionConfig = ownedCollection({
	slug: slug.spotChecks,
	labels: { singular: "Spot check", plural: "Spot checks" },
	admin: {
		group: "Delivery",
		useAsTitle: "task",
		defaultColumns: ["task", "casino", "seconds", "performedBy", "observedAt"],
		description:
			"A pit boss does each of the top five tasks while somebody keeps the time. Under five minutes is the aim.",
	},
	defaultSort: "-observedAt",
	indexes: [{ fields: ["onboarding", "task", "observedAt"] }],
	hooks: reviewPlanOf(),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{
			name: "task",
			type: "select",
			required: true,
			options: topTasks.map((value) => ({ value, label: wordsOf(value) })),
		},
		{ name: "seconds", type: "number", required: true, min: 1, max: 7200, admin: { step: 1 } },
		{ name: "performedBy", type: "relationship", relationTo: slug.staff, label: "Who did it" },
		{
			name: "observedAt",
			type: "date",
			label: "When",
			required: true,
			defaultValue: () => new Date().toISOString(),
		},
		{ name: "note", type: "textarea", maxLength: 2000 },
	],
});
