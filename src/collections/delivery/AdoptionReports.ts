import type { CollectionConfig } from "payload";
import { systemWritten } from "@/access/scope";
import { lastWeek, pilotWeek } from "@/domain/adoption/weekOf";
import { checkScope, markEntered } from "@/hooks/adoption-reports/checkScope";
import { titleWeek } from "@/hooks/adoption-reports/titleWeek";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
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

const optional = (name: string, label: string) => ({ ...count(name, label), required: false });

/** A week of measured use: pulled from the product, posted to the API or entered. */
export const AdoptionReports: CollectionConfig = ownedCollection({
	slug: slug.adoptionReports,
	labels: { singular: "Adoption report", plural: "Adoption reports" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "week", "shiftsRecorded", "shiftsInScope", "exceptions", "source"],
		description:
			"One row a week from the go-live on, and one for the pilot. The thresholds: 60 % of shifts in week 1, 85 % from week 2.",
	},
	defaultSort: "-startsOn",
	indexes: [{ fields: ["onboarding", "week"], unique: true }],
	hooks: reviewPlanOf({ beforeValidate: [titleWeek], beforeChange: [checkScope, markEntered] }),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{ name: "title", type: "text", admin: { readOnly: true } },
		{
			name: "week",
			type: "number",
			required: true,
			min: pilotWeek,
			max: lastWeek,
			admin: { step: 1, description: "1 is the week of the go-live. 0 is the pilot, which only the product reports." },
		},
		dayField({ name: "startsOn", label: "Begins", required: true }),
		{
			name: "source",
			type: "select",
			required: true,
			defaultValue: "entered",
			access: systemWritten,
			options: [
				{ value: "product", label: "Read from the product" },
				{ value: "api", label: "Posted to the API" },
				{ value: "entered", label: "Entered" },
			],
			admin: { position: "sidebar", readOnly: true },
		},
		{
			name: "measuredScope",
			type: "text",
			label: "Agreed scope it was measured in",
			access: systemWritten,
			admin: { readOnly: true, description: "As it was agreed then. Empty: none was agreed, and no share is told." },
		},
		{
			type: "row",
			fields: [count("shiftsRecorded", "Shifts recorded"), count("shiftsInScope", "Shifts in scope")],
		},
		{ type: "row", fields: [count("tablesUsed", "Tables used"), count("tablesInScope", "Tables in scope")] },
		{ type: "row", fields: [optional("areasUsed", "Areas used"), optional("areasInScope", "Areas in scope")] },
		{
			type: "row",
			fields: [
				count("entries", "Entries in scope"),
				count("exceptions", "Exceptions", "Failed writes and permission errors."),
			],
		},
		{
			name: "shifts",
			type: "array",
			label: "Entries by shift",
			labels: { singular: "Shift", plural: "Shifts" },
			access: systemWritten,
			admin: { readOnly: true },
			fields: [
				{ name: "name", type: "text", required: true, maxLength: 60 },
				{
					type: "row",
					fields: [count("inScope", "In scope"), count("recorded", "Recorded"), count("entries", "Entries")],
				},
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
