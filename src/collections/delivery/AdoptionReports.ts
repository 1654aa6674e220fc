import type { CollectionConfig } from "payload";
import { checkScope } from "@/hooks/adoption-reports/checkScope";
import { titleWeek } from "@/hooks/adoption-reports/titleWeek";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { roleField } from "../fields/roleField";

const count = (name: string, label: string, description?: string) => ({
	name,
	type: "number" as const,
	label,
	required: true,
	defaultValue: 0,
	min: 0,
	max: 10_000_000,
	validate: (value: number | null | undefined) =>
		(Number.isSafeInteger(value) && Number(value) >= 0) || "Enter a whole number, 0 or more.",
	admin: { width: "50%", description },
});

/** A week of measured use: pulled from the product, posted to the API or entered. */
export const AdoptionReports: CollectionConfig = ownedCollection({
	slug: slug.adoptionReports,
	labels: { singular: "Adoption report", plural: "Adoption reports" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "week", "shiftsRecorded", "shiftsInScope", "exceptions", "source"],
		description: "One row a week from the go-live on. The thresholds: 60 % of shifts in week 1, 85 % from week 2.",
	},
	defaultSort: "-startsOn",
	indexes: [{ fields: ["onboarding", "week"], unique: true }],
	hooks: reviewPlanOf({ beforeValidate: [titleWeek], beforeChange: [checkScope] }),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{ name: "title", type: "text", admin: { readOnly: true } },
		{
			name: "week",
			type: "number",
			required: true,
			min: 1,
			max: 104,
			admin: { step: 1, description: "1 is the week of the go-live." },
		},
		{ name: "startsOn", type: "date", label: "Begins", required: true },
		{
			name: "source",
			type: "select",
			required: true,
			defaultValue: "entered",
			options: [
				{ value: "product", label: "Read from the product" },
				{ value: "api", label: "Posted to the API" },
				{ value: "entered", label: "Entered" },
			],
			admin: { position: "sidebar" },
		},
		{
			type: "row",
			fields: [count("shiftsRecorded", "Shifts recorded"), count("shiftsInScope", "Shifts in scope")],
		},
		{ type: "row", fields: [count("tablesUsed", "Tables used"), count("tablesInScope", "Tables in scope")] },
		{
			type: "row",
			fields: [
				count("entries", "Visit entries"),
				count("exceptions", "Exceptions", "Failed writes and permission errors."),
			],
		},
		{
			name: "activeStaff",
			type: "array",
			label: "Active staff by role",
			labels: { singular: "Role", plural: "Roles" },
			fields: [
				{
					type: "row",
					fields: [
						roleField({
							name: "role",
							label: "Role",
							of: "customer",
							isRequired: true,
							enumName: "adoption_role",
							width: "50%",
						}),
						count("people", "People"),
					],
				},
			],
		},
		{ name: "medianSeconds", type: "number", label: "Time to complete (seconds, median)", min: 0 },
		{ name: "note", type: "textarea", label: "What changed", maxLength: 4000 },
	],
});
