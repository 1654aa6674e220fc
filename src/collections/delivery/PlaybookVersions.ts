import type { CollectionConfig } from "payload";
import { slug } from "@/slugs";
import { ownedCollection } from "../fields/ownedCollection";

/** A published playbook as it was: written once, changed by nobody, the database's own trigger included. */
export const PlaybookVersions: CollectionConfig = ownedCollection({
	slug: slug.playbookVersions,
	labels: { singular: "Published version", plural: "Published versions" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "playbook", "version", "publishedBy", "createdAt"],
		description: "What each published version of a playbook said. Onboardings are bound to one of these.",
	},
	defaultSort: "-createdAt",
	indexes: [{ fields: ["playbook", "version"], unique: true }],
	fields: [
		{ name: "title", type: "text", required: true },
		{ name: "playbook", type: "relationship", relationTo: slug.playbooks, required: true, index: true },
		{ name: "version", type: "number", required: true, admin: { position: "sidebar" } },
		{ name: "publishedBy", type: "relationship", relationTo: slug.users, admin: { position: "sidebar" } },
		{
			name: "hash",
			type: "text",
			required: true,
			admin: { position: "sidebar", description: "SHA-256 of the content." },
		},
		{
			name: "content",
			type: "json",
			required: true,
			admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } },
		},
	],
});
