import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { trainingStatuses, trainingTransitions } from "@/domain/trainingStatus";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { roleField } from "../fields/roleField";
import { statusField } from "../fields/statusField";

/** Training for one role, with who was invited and who came. */
export const TrainingSessions: CollectionConfig = ownedCollection({
	slug: slug.trainingSessions,
	labels: { singular: "Training session", plural: "Training sessions" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "role", "at", "status"],
		listSearchableFields: ["title", "trainer"],
		description: "Role-based training. Mark who came: the exit criterion is computed from it.",
	},
	defaultSort: "-at",
	indexes: [{ fields: ["onboarding", "status"] }],
	hooks: reviewPlanOf({
		beforeChange: [guardStatus({ noun: "training session", table: trainingTransitions, initial: ["planned", "held"] })],
	}),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{ name: "title", type: "text", required: true, maxLength: 200 },
		roleField({ name: "role", label: "For", of: "customer", isRequired: true, enumName: "training_role" }),
		{ name: "at", type: "date", label: "When", required: true, admin: { date: { pickerAppearance: "dayAndTime" } } },
		{ name: "durationMinutes", type: "number", label: "Duration (minutes)", defaultValue: 60, min: 5, max: 600 },
		{ name: "trainer", type: "text", maxLength: 200 },
		{ name: "place", type: "text", label: "Place or link", maxLength: 400 },
		statusField({ values: trainingStatuses, defaultValue: "planned" }),
		{
			name: "attendees",
			type: "array",
			labels: { singular: "Attendee", plural: "Attendees" },
			fields: [
				{
					type: "row",
					fields: [
						{
							name: "person",
							type: "relationship",
							relationTo: slug.staff,
							required: true,
							admin: { width: "70%" },
						},
						{ name: "hasAttended", type: "checkbox", label: "Came", admin: { width: "30%" } },
					],
				},
			],
		},
		{ name: "notes", type: "textarea", maxLength: 10_000, access: fieldRules("internal") },
	],
});
