import type { Field } from "payload";
import { type AgreedShift, findShiftProblem } from "@/domain/adoption/agreedScope";
import { clockTime, weekdays } from "@/domain/workingHours";
import { slug } from "@/slugs";
import { wordsOf } from "./statusField";

const timeField = (name: string, label: string): Field => ({
	name,
	type: "text",
	label,
	required: true,
	maxLength: 5,
	validate: (value: unknown) =>
		(typeof value === "string" && clockTime.test(value)) || "Enter a time of day such as 18:00.",
	admin: { width: "20%" },
});

/** The shifts that were agreed: hours of a day on the casino's clock, which may pass midnight. */
const shiftsField = (of: "scope" | "pilot", description: string): Field => ({
	name: "shifts",
	type: "array",
	labels: { singular: "Shift", plural: "Shifts" },
	maxRows: 12,
	validate: (value: unknown) => findShiftProblem((value ?? []) as AgreedShift[]) ?? true,
	admin: { description },
	fields: [
		{
			type: "row",
			fields: [
				{ name: "name", type: "text", required: true, maxLength: 60, admin: { width: "25%" } },
				timeField("starts", "From"),
				timeField("ends", "Until"),
				{
					name: "days",
					type: "select",
					hasMany: true,
					enumName: `${of}_shift_day`,
					options: weekdays.map((value) => ({ value, label: wordsOf(value) })),
					admin: { width: "35%", description: "The days it begins on. Empty: every day." },
				},
			],
		},
	],
});

const areasField: Field = { name: "areas", type: "relationship", relationTo: slug.floorAreas, hasMany: true };

/** What the customer agreed to use the product for: where, and in which shifts. Use after the go-live is measured in it. */
export const goLiveScope: Field = {
	type: "collapsible",
	label: "Agreed scope",
	admin: {
		initCollapsed: true,
		description: "Where and in which shifts the customer uses the product. Use is measured in it, and in nothing else.",
	},
	fields: [
		{
			name: "scope",
			type: "group",
			label: false,
			fields: [
				{ ...areasField, admin: { description: "All their tables are in." } },
				{
					name: "tables",
					type: "relationship",
					relationTo: slug.gamingTables,
					hasMany: true,
					admin: { description: "Single tables of other areas." },
				},
				shiftsField("scope", "On the casino's clock. A shift may end on the next day."),
			],
		},
	],
};

/** Where and when the pilot differs from the agreed scope. */
export const pilotScope: Field[] = [
	{
		...areasField,
		admin: {
			description:
				"All their tables are in the pilot, besides the tables marked “In the pilot”. Empty, with no table marked: where the agreed scope says.",
		},
	},
	shiftsField("pilot", "Empty: the shifts of the agreed scope."),
];
