import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { refuseFrozen, refuseFrozenDelete } from "@/hooks/tenancy/refuseFrozen";
import { tellProduct, tellProductOfDeletion } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

const { create, update } = fieldRules("settings");
const writable = { create, update };

/** A pit, room or area of the floor. */
export const FloorAreas: CollectionConfig = ownedCollection({
	slug: slug.floorAreas,
	labels: { singular: "Floor area", plural: "Floor areas" },
	admin: {
		group: "Customers",
		useAsTitle: "name",
		defaultColumns: ["name", "casino", "kind", "status", "syncedAt"],
		listSearchableFields: ["name"],
		description: "Where the tables stand.",
	},
	defaultSort: "name",
	indexes: [{ fields: ["casino", "name"], unique: true }],
	hooks: reviewPlanOf({
		beforeValidate: [refuseFrozen],
		afterChange: [tellProduct("name", "kind", "status")],
		beforeDelete: [refuseFrozenDelete],
		afterDelete: [tellProductOfDeletion],
	}),
	fields: [
		casinoField(),
		{ name: "name", type: "text", required: true, maxLength: 120, access: writable },
		{
			name: "kind",
			type: "select",
			required: true,
			defaultValue: "pit",
			access: writable,
			options: [
				{ value: "pit", label: "Pit" },
				{ value: "poker_room", label: "Poker room" },
				{ value: "high_limit", label: "High limit" },
				{ value: "other", label: "Other" },
			],
		},
		statusField({ values: ["active", "closed"], defaultValue: "active" }),
		{
			name: "syncedAt",
			type: "date",
			label: "In the product since",
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
	],
});
