import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { validateWorkingHours } from "@/domain/workingHours";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";

const settings = fieldRules("settings");
const writable = { create: settings.create, update: settings.update };

/** A casino's own settings: the baseline of provisioning, then the casino's administrator's. */
export const CasinoSettings: CollectionConfig = ownedCollection({
	slug: slug.casinoSettings,
	labels: { singular: "Casino settings", plural: "Casino settings" },
	admin: {
		group: "Customers",
		useAsTitle: "id",
		defaultColumns: ["casino", "defaultJobDuration", "defaultTravelBuffer", "updatedAt"],
		description: "Working hours and defaults. One row for each casino.",
	},
	versions: { maxPerDoc: 0, drafts: false },
	indexes: [{ fields: ["casino"], unique: true }],
	fields: [
		casinoField(),
		{
			name: "workingHours",
			type: "json",
			label: "Working hours",
			required: true,
			access: writable,
			validate: (value: unknown) => validateWorkingHours(value),
			admin: { components: { Field: "@/admin/fields/WorkingHoursField#WorkingHoursField" } },
		},
		{
			type: "row",
			fields: [
				{
					name: "defaultTravelBuffer",
					type: "number",
					label: "Travel buffer (minutes)",
					required: true,
					defaultValue: 30,
					min: 0,
					max: 1440,
					access: writable,
				},
				{
					name: "defaultJobDuration",
					type: "number",
					label: "Default duration (minutes)",
					required: true,
					defaultValue: 60,
					min: 1,
					max: 1440,
					access: writable,
				},
			],
		},
	],
});
