import type { CollectionConfig } from "payload";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";

/** One line of the append-only, hash-chained record. The database refuses to change or delete one. */
export const AuditEntries: CollectionConfig = ownedCollection({
	slug: slug.auditEntries,
	labels: { singular: "Audit entry", plural: "Audit" },
	admin: {
		group: "System",
		useAsTitle: "action",
		defaultColumns: ["at", "actor", "action", "collection", "document", "casino", "sequence"],
		listSearchableFields: ["actor", "action", "collection", "document"],
		description: "Who did what, and when. Sealed in a chain: a changed line shows.",
		components: { beforeListTable: ["@/admin/audit/ChainStatus#ChainStatus"] },
	},
	alwaysSelect: { casino: true },
	timestamps: false,
	defaultSort: "-at",
	indexes: [{ fields: ["casino", "at"] }, { fields: ["collection", "document", "at"] }, { fields: ["actor", "at"] }],
	fields: [
		{ name: "comparison", type: "ui", admin: { components: { Field: "@/admin/audit/BeforeAfter#BeforeAfter" } } },
		{
			type: "collapsible",
			label: "As it is stored, personal values sealed",
			admin: { initCollapsed: true },
			fields: [
				{
					name: "sequence",
					type: "number",
					admin: { description: "Place in the chain. Empty until sealed, within a second." },
				},
				{
					name: "at",
					type: "date",
					required: true,
					index: true,
					admin: { date: { pickerAppearance: "dayAndTime" } },
				},
				{
					name: "actor",
					type: "text",
					required: true,
					admin: { components: { Cell: "@/admin/audit/ActorCell#ActorCell" } },
				},
				{ name: "action", type: "text", required: true },
				{ name: "collection", type: "text", required: true },
				{ name: "document", type: "text", admin: { components: { Cell: "@/admin/audit/RecordCell#RecordCell" } } },
				{ ...casinoField({ isRequired: false }), admin: { description: "The tenant concerned.", allowEdit: false } },
				{ name: "reason", type: "text" },
				{ name: "before", type: "json", admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } } },
				{ name: "after", type: "json", admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } } },
				{ name: "hash", type: "text" },
				{ name: "previousHash", type: "text" },
				// Which version of the record the entry led to. Not part of the chain: edits are compared by it, nothing is proved.
				{ name: "recordUpdatedAt", type: "date", hidden: true, access: { read: () => false } },
			],
		},
	],
});
