import type { ArrayField } from "payload";
import { criterionNames } from "@/domain/playbook/criteria";
import { chosenFrom, optionsOf } from "./playbookPhases";

/** What must be true before an onboarding is completed, line by line. */
export const playbookDefinition: ArrayField = {
	name: "definitionOfDone",
	type: "array",
	label: "Definition of done",
	labels: { singular: "Line", plural: "Lines" },
	admin: {
		initCollapsed: true,
		description:
			"An onboarding is completed when every line holds. A line holds when all its criteria are met and all its items are done.",
		components: { RowLabel: "@/admin/playbook/LineLabel#LineLabel" },
	},
	fields: [
		{ name: "line", type: "text", required: true, maxLength: 240 },
		{
			type: "row",
			fields: [
				{
					name: "criteria",
					type: "text",
					hasMany: true,
					admin: {
						width: "50%",
						description: "Computed from records.",
						components: chosenFrom(optionsOf(criterionNames)),
					},
				},
				{
					name: "items",
					type: "text",
					hasMany: true,
					admin: {
						width: "50%",
						description: "Where no record shows it: items of this playbook, done with their proof.",
						components: chosenFrom("items"),
					},
				},
			],
		},
	],
};
