import type { Field } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { slug } from "@/slugs";
import { dayField } from "./dayField";
import { goLiveScope, pilotScope } from "./scopeFields";

const internal = fieldRules("internal");

const shownDay = (name: string, label: string, description?: string): Field =>
	dayField({ name, label, access: systemWritten, admin: { position: "sidebar", readOnly: true, description } });

const shownDate = (name: string, label: string, description?: string): Field => ({
	name,
	type: "date",
	label,
	access: systemWritten,
	admin: { position: "sidebar", readOnly: true, description },
});

/** Which version of which playbook this journey follows, where it stands in it, and what its conditions ask for. */
export const pinnedPlaybook: Field[] = [
	{
		type: "row",
		fields: [
			{
				name: "playbook",
				type: "relationship",
				relationTo: slug.playbooks,
				index: true,
				access: { update: () => false },
				admin: {
					width: "50%",
					description: "The casino floor's when left empty. Its newest published version is pinned.",
				},
			},
			{
				name: "playbookVersion",
				type: "number",
				label: "Version",
				access: systemWritten,
				admin: { width: "20%", readOnly: true },
			},
			{
				name: "manager",
				type: "relationship",
				relationTo: slug.users,
				access: { read: internal.read },
				admin: { width: "30%", description: "Hears of yellow and red health first." },
			},
		],
	},
	{
		type: "row",
		fields: [
			{ name: "region", type: "text", maxLength: 60, admin: { width: "50%", description: "Such as us or eu." } },
			{ name: "dataMode", type: "text", label: "Data mode", maxLength: 60, admin: { width: "50%" } },
		],
	},
	{
		name: "phase",
		type: "text",
		access: systemWritten,
		admin: {
			// A key: the overview says the phase by its name.
			condition: () => false,
			components: { Cell: "@/admin/fields/StatusCell#StatusCell" },
		},
	},
];

/** Dates, forecast, health's reasons, and the plans of pilot and go-live. */
export const journeyFields: Field[] = [
	dayField({ name: "goLiveAt", label: "Go-live promised", index: true, admin: { position: "sidebar" } }),
	shownDay("agreedGoLiveAt", "Go-live agreed", "The day the customer's sponsor said yes to."),
	shownDay("forecastGoLiveAt", "Go-live expected", "From the open items, the dates they depend on, and what is late."),
	{
		name: "forecastBecause",
		type: "text",
		label: "Because of",
		access: { read: internal.read, ...systemWritten },
		admin: { position: "sidebar", readOnly: true },
	},
	dayField({ name: "wentLiveAt", label: "Went live", admin: { position: "sidebar" } }),
	shownDate("completedAt", "Completed"),
	shownDate("reopenedAt", "Reopened", "Its last phase is closed by a person."),
	{
		...shownDate("lessonsProposedAt", "Playbook changes proposed"),
		access: { read: internal.read, ...systemWritten },
	} as Field,
	shownDate("healthSince", "Health since"),
	{
		name: "healthReasons",
		type: "json",
		access: { read: internal.read, ...systemWritten },
		admin: { hidden: true },
	},
	{
		name: "definitionOfDone",
		type: "json",
		access: { read: internal.read, ...systemWritten },
		admin: { hidden: true },
	},
	{ name: "gateWaitsOn", type: "text", access: { read: internal.read, ...systemWritten }, admin: { hidden: true } },
	{ name: "gateWaitsFor", type: "text", access: { read: internal.read, ...systemWritten }, admin: { hidden: true } },
	shownDate("healthAcknowledgedAt", "Health acknowledged"),
	goLiveScope,
	{
		type: "collapsible",
		label: "Pilot",
		admin: { initCollapsed: true, description: "A pit or some tables, for one to three shifts." },
		fields: [
			{
				name: "pilot",
				type: "group",
				label: false,
				fields: [
					...pilotScope,
					{
						type: "row",
						fields: [
							dayField({ name: "startsAt", label: "Begins", admin: { width: "33%" } }),
							dayField({ name: "endsAt", label: "Ends", admin: { width: "33%" } }),
							{
								name: "shiftsPlanned",
								type: "number",
								label: "Shifts planned",
								min: 1,
								max: 3,
								admin: { width: "34%" },
							},
						],
					},
				],
			},
		],
	},
	{
		type: "collapsible",
		label: "Go-live",
		admin: { initCollapsed: true, description: "The announcement, the freeze of settings, and who helps." },
		fields: [
			{
				name: "announcementSubject",
				type: "text",
				label: "Subject of the announcement",
				maxLength: 150,
				admin: { description: "Left empty, the playbook's words. Sent from the onboarding's page; fixed then." },
			},
			{ name: "announcement", type: "textarea", maxLength: 4000, admin: { description: "Its text, likewise." } },
			shownDate("announcedAt", "Announced"),
			{
				name: "announcedBy",
				type: "relationship",
				relationTo: slug.users,
				label: "Announced by",
				access: { read: internal.read, ...systemWritten },
				admin: { position: "sidebar", readOnly: true },
			},
			{
				name: "freeze",
				type: "group",
				label: "Freeze of settings",
				fields: [
					{
						type: "row",
						fields: [
							{
								name: "from",
								type: "date",
								admin: { width: "50%", date: { pickerAppearance: "dayAndTime" } },
							},
							{
								name: "until",
								type: "date",
								admin: { width: "50%", date: { pickerAppearance: "dayAndTime" } },
								validate: (value: unknown, { siblingData }: { siblingData: { from?: string } }) =>
									!value ||
									(Boolean(siblingData.from) && new Date(String(value)) > new Date(String(siblingData.from))) ||
									"The end must come after the beginning.",
							},
						],
					},
				],
			},
			{
				name: "escalation",
				type: "array",
				label: "Whom to call",
				labels: { singular: "Contact", plural: "Contacts" },
				fields: [
					{
						type: "row",
						fields: [
							{ name: "name", type: "text", required: true, maxLength: 200, admin: { width: "34%" } },
							{ name: "role", type: "text", maxLength: 120, admin: { width: "33%" } },
							{
								name: "reach",
								type: "text",
								label: "Phone or e-mail",
								required: true,
								maxLength: 200,
								admin: { width: "33%" },
							},
						],
					},
				],
			},
		],
	},
];
