import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { games } from "@/domain/games";
import { validateWorkingHours } from "@/domain/workingHours";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { refuseFrozen, refuseFrozenDelete } from "@/hooks/tenancy/refuseFrozen";
import { tellProduct } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";
import { wordsOf } from "../fields/statusField";

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
	hooks: reviewPlanOf({
		beforeValidate: [refuseFrozen],
		afterChange: [tellProduct("workingHours", "defaultTravelBuffer", "defaultJobDuration", "games")],
		beforeDelete: [refuseFrozenDelete],
	}),
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
		{
			name: "games",
			type: "array",
			label: "Game settings",
			labels: { singular: "Game", plural: "Games" },
			access: writable,
			admin: {
				description: "Limits and defaults of each game played here; a table may have its own.",
			},
			fields: [
				{
					type: "row",
					fields: [
						{
							name: "game",
							type: "select",
							required: true,
							enumName: "settings_game",
							options: games.map((value) => ({ value, label: wordsOf(value) })),
							admin: { width: "40%" },
						},
						{ name: "variant", type: "text", label: "Type", maxLength: 80, admin: { width: "60%" } },
					],
				},
				{
					type: "row",
					fields: [
						moneyField({ name: "minBet", label: "Lowest bet", group: "settings" }),
						moneyField({ name: "maxBet", label: "Highest bet", group: "settings" }),
					],
				},
			],
		},
		{
			name: "boundaries",
			type: "array",
			label: "System of record",
			labels: { singular: "Boundary", plural: "Boundaries" },
			access: writable,
			admin: {
				description:
					"For each kind of record: where it is entered first, what stays on paper, and what to do when the product is down.",
			},
			fields: [
				{
					type: "row",
					fields: [
						{
							name: "record",
							type: "text",
							label: "Kind of record",
							required: true,
							maxLength: 120,
							admin: { width: "50%" },
						},
						{
							name: "firstIn",
							type: "select",
							label: "Entered first in",
							required: true,
							enumName: "settings_first_in",
							options: [
								{ value: "product", label: "The product" },
								{ value: "paper", label: "Paper" },
								{ value: "other_system", label: "Another system" },
							],
							admin: { width: "50%" },
						},
					],
				},
				{ name: "onPaper", type: "text", label: "What stays on paper, and why", maxLength: 400 },
				{ name: "fallback", type: "text", label: "When the product is down", required: true, maxLength: 400 },
			],
		},
	],
});
