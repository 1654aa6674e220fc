import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { games } from "@/domain/games";
import { checkBets } from "@/hooks/gaming-tables/checkBets";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { refuseFrozen, refuseFrozenDelete } from "@/hooks/tenancy/refuseFrozen";
import { tellProduct, tellProductOfDeletion } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";

const { create, update } = fieldRules("settings");
const writable = { create, update };

/** A table of the floor: its game, limits and state. */
export const GamingTables: CollectionConfig = ownedCollection({
	slug: slug.gamingTables,
	labels: { singular: "Gaming table", plural: "Gaming tables" },
	admin: {
		group: "Customers",
		useAsTitle: "name",
		defaultColumns: ["name", "casino", "area", "game", "minBet", "maxBet", "status"],
		listSearchableFields: ["name"],
		description:
			"Tables with their area, game and limits. A whole floor is imported from a CSV file on the casino's page.",
	},
	defaultSort: "name",
	indexes: [{ fields: ["casino", "name"], unique: true }],
	hooks: reviewPlanOf({
		beforeValidate: [refuseFrozen],
		beforeChange: [checkBets],
		afterChange: [tellProduct("name", "area", "game", "minBet", "maxBet", "currency", "status")],
		beforeDelete: [refuseFrozenDelete],
		afterDelete: [tellProductOfDeletion],
	}),
	fields: [
		casinoField(),
		{ name: "name", type: "text", required: true, maxLength: 60, access: writable },
		{ name: "area", type: "relationship", relationTo: slug.floorAreas, access: writable, index: true },
		{
			name: "game",
			type: "select",
			access: writable,
			options: games.map((value) => ({ value, label: wordsOf(value) })),
		},
		{
			type: "row",
			fields: [
				moneyField({ name: "minBet", label: "Lowest bet", group: "settings" }),
				moneyField({ name: "maxBet", label: "Highest bet", group: "settings" }),
				{ name: "currency", type: "text", defaultValue: "usd", minLength: 3, maxLength: 3, access: writable },
			],
		},
		statusField({ values: ["open", "closed", "out_of_service"], defaultValue: "closed" }),
		{ name: "isInPilot", type: "checkbox", label: "In the pilot", defaultValue: false, access: writable },
		{
			name: "syncedAt",
			type: "date",
			label: "In the product since",
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
	],
});
