import type { ArrayField, Field } from "payload";
import { customerRoles, vendorRoles } from "@/access/roles";
import { automationNames } from "@/domain/playbook/automations";
import {
	anchors,
	conditionSubjects,
	dayUnits,
	evidenceKinds,
	itemKinds,
	itemOwners,
	showableKinds,
} from "@/domain/playbook/content";
import { criterionNames } from "@/domain/playbook/criteria";
import type { Nameable } from "@/domain/playbook/namesIn";
import { roleField } from "./roleField";
import { wordsOf } from "./statusField";

/** A select’s options, with the labels that lists show for the same values. */
export const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: wordsOf(value) }));

/** A field that is chosen from names instead of typed. */
export const chosenFrom = (of: Nameable | { value: string; label: string }[]) => ({
	Field: { path: "@/admin/playbook/NameField#NameField", clientProps: { of } },
});

const keyDescription =
	"Lower-case words joined by underscores: invite_staff. Keep it for good; running onboardings and other items know it by this.";

const isKind =
	(...kinds: string[]) =>
	(_: unknown, sibling: { kind?: string }) =>
		kinds.includes(sibling.kind ?? "");

const dueFields: Field = {
	name: "due",
	type: "group",
	admin: {
		description:
			"How many days after a date of the onboarding, or before it with a minus. Left empty, the item is due when what comes before it is done.",
	},
	fields: [
		{
			type: "row",
			fields: [
				{ name: "days", type: "number", label: "Days", admin: { width: "20%", step: 1 } },
				{
					name: "unit",
					type: "select",
					options: optionsOf(dayUnits),
					enumName: "playbook_day_unit",
					admin: { width: "25%" },
				},
				{
					name: "from",
					type: "select",
					label: "Counted from",
					options: optionsOf([...anchors, "item"]),
					enumName: "playbook_anchor",
					admin: { width: "30%" },
				},
				{
					name: "item",
					type: "text",
					label: "Item",
					admin: {
						width: "25%",
						condition: (_, sibling) => sibling.from === "item",
						components: chosenFrom("items"),
					},
				},
			],
		},
	],
};

/** Under which answers something belongs to an onboarding. */
export const conditionFields = (description: string): Field => ({
	name: "condition",
	type: "group",
	label: "Only where",
	admin: { description },
	fields: [
		{
			type: "row",
			fields: [
				{
					name: "on",
					type: "select",
					options: optionsOf(conditionSubjects),
					enumName: "playbook_condition",
					admin: { width: "25%" },
				},
				{
					name: "item",
					type: "text",
					label: "Decision",
					admin: {
						width: "25%",
						condition: (_, sibling) => sibling.on === "decision",
						components: chosenFrom("decisions"),
					},
				},
				{
					name: "isOneOf",
					type: "text",
					hasMany: true,
					label: "Is one of",
					admin: { width: "50%", condition: (_, sibling) => Boolean(sibling.on) },
				},
			],
		},
	],
});

const roleNames = (name: string, label: string): Field => ({
	name,
	type: "text",
	hasMany: true,
	label,
	admin: { width: "50%", components: chosenFrom(optionsOf([...vendorRoles, ...customerRoles])) },
});

const whoFields: Field = {
	type: "collapsible",
	label: "Who",
	admin: { initCollapsed: false },
	fields: [
		{
			type: "row",
			fields: [
				roleField({
					name: "responsible",
					label: "Responsible",
					isRequired: true,
					enumName: "playbook_role",
					width: "50%",
				}),
				roleField({ name: "accountable", label: "Accountable", enumName: "playbook_role", width: "50%" }),
			],
		},
		{
			type: "row",
			fields: [
				// Names, not a choice: a version cannot keep several choices inside a list (Payload binds them to the wrong row).
				roleNames("consulted", "Consulted"),
				roleNames("informed", "Informed"),
			],
		},
	],
};

const itemFields: Field[] = [
	{
		type: "row",
		fields: [
			{ name: "title", type: "text", required: true, maxLength: 240, admin: { width: "60%" } },
			{
				name: "key",
				type: "text",
				required: true,
				maxLength: 60,
				admin: { width: "40%", description: keyDescription },
			},
		],
	},
	{
		type: "row",
		fields: [
			{
				name: "kind",
				type: "select",
				required: true,
				defaultValue: "task",
				options: optionsOf(itemKinds),
				enumName: "playbook_item_kind",
				admin: {
					width: "34%",
					description: "An exit criterion has to hold before the phase closes. An automation is done by the system.",
				},
			},
			{
				name: "owner",
				type: "select",
				required: true,
				defaultValue: "vendor",
				options: optionsOf(itemOwners),
				enumName: "playbook_item_owner",
				label: "Done by",
				admin: { width: "33%", description: "Whose work it is: ours or the customer’s." },
			},
			{
				name: "evidence",
				type: "select",
				required: true,
				defaultValue: "none",
				options: optionsOf(evidenceKinds),
				enumName: "playbook_evidence",
				admin: {
					width: "33%",
					description: "What is shown when it is done. None for automations and what records show.",
				},
			},
		],
	},
	{ name: "visibleToCustomer", type: "checkbox", label: "The customer sees it", defaultValue: false },
	{
		name: "isTimed",
		type: "checkbox",
		label: "Ask for the minutes of work",
		defaultValue: false,
		admin: { description: "Ticking it asks how long it took, without the time spent waiting." },
	},
	{
		name: "guidance",
		type: "textarea",
		maxLength: 4000,
		admin: { description: "What to do, and how one knows that it is done." },
	},
	{
		name: "automation",
		type: "select",
		options: optionsOf(automationNames),
		enumName: "playbook_automation",
		admin: { condition: isKind("automation"), description: "The step of the provisioning run." },
	},
	{
		name: "criterion",
		type: "select",
		label: "Shown by",
		options: optionsOf(criterionNames),
		enumName: "playbook_criterion",
		admin: {
			condition: isKind(...showableKinds),
			description:
				"Done automatically when the record shows it; nobody ticks it then. Left empty, a person does it, with the evidence asked for.",
		},
	},
	{
		name: "choices",
		type: "text",
		hasMany: true,
		admin: { condition: isKind("decision"), description: "What may be decided, at least two. Press Enter after each." },
	},
	whoFields,
	dueFields,
	{
		name: "after",
		type: "text",
		hasMany: true,
		label: "Comes after",
		admin: {
			description: "The items that must be done first.",
			components: chosenFrom("items"),
		},
	},
	conditionFields("Left empty, the item belongs to every onboarding."),
];

/** The form of a playbook's phases; its names are those of `PlaybookContent`, laid flat where a form is easier to read. */
export const playbookPhases: ArrayField = {
	name: "phases",
	type: "array",
	labels: { singular: "Phase", plural: "Phases" },
	admin: {
		initCollapsed: true,
		components: { RowLabel: "@/admin/playbook/PhaseLabel#PhaseLabel" },
	},
	fields: [
		{
			type: "row",
			fields: [
				{ name: "name", type: "text", required: true, maxLength: 120, admin: { width: "60%" } },
				{
					name: "key",
					type: "text",
					required: true,
					maxLength: 60,
					admin: { width: "40%", description: keyDescription },
				},
			],
		},
		{
			name: "goal",
			type: "textarea",
			required: true,
			maxLength: 1000,
			admin: { description: "What is true when the phase is over." },
		},
		{
			name: "items",
			type: "array",
			labels: { singular: "Item", plural: "Items" },
			admin: {
				initCollapsed: true,
				components: { RowLabel: "@/admin/playbook/ItemLabel#ItemLabel" },
			},
			fields: itemFields,
		},
	],
};
