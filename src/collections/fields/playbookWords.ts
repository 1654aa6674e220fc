import type { GroupField } from "payload";
import { defaultWords, placeholders } from "@/domain/playbook/words";

const places = `Places that are filled in: ${placeholders.map((name) => `{${name}}`).join(", ")}.`;
const orDefault = (text: string) => `Left empty: “${text}”`;

/** What mails and pages say in the playbook's own words. What is left empty has the default (`completeWords`). */
export const playbookWords: GroupField = {
	name: "words",
	type: "group",
	label: "Words",
	admin: { description: `What the customer reads. ${places}` },
	fields: [
		{
			type: "row",
			fields: [
				{
					name: "tenant",
					type: "text",
					label: "Word for a tenant",
					maxLength: 40,
					admin: { width: "50%", description: "In a sentence: casino, business, workspace, customer, tenant." },
				},
				{
					name: "tenants",
					type: "text",
					label: "For several",
					maxLength: 40,
					admin: { width: "50%", description: "casinos, businesses, workspaces." },
				},
			],
		},
		{ name: "welcome", type: "textarea", maxLength: 4000, admin: { description: orDefault(defaultWords.welcome) } },
		{
			name: "firstSteps",
			type: "array",
			label: "First steps",
			labels: { singular: "First step", plural: "First steps" },
			maxRows: 20,
			admin: { description: "For a new administrator, in the welcome mail and the portal." },
			fields: [{ name: "text", type: "text", required: true, maxLength: 300 }],
		},
		{
			name: "checkIns",
			type: "array",
			label: "Check-ins",
			labels: { singular: "Check-in", plural: "Check-ins" },
			maxRows: 30,
			admin: { description: "What is asked so many days after the start. Other days take the words of the last one." },
			fields: [
				{
					type: "row",
					fields: [
						{ name: "day", type: "number", required: true, min: 0, max: 365, admin: { width: "20%", step: 1 } },
						{ name: "text", type: "text", required: true, maxLength: 1000, admin: { width: "80%" } },
					],
				},
			],
		},
		{
			name: "announcement",
			type: "group",
			label: "Go-live announcement",
			admin: { description: "What it begins with. It is edited for each customer before it is sent." },
			fields: [
				{ name: "subject", type: "text", maxLength: 150 },
				{ name: "text", type: "textarea", maxLength: 4000 },
			],
		},
	],
};
