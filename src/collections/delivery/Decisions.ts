import type { CollectionConfig } from "payload";
import { readField } from "@/access/scope";
import { decisionKinds, decisionStatuses } from "@/domain/decisionStatus";
import { tellProductOfOverride } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";

/** What was decided, by whom, on what was known then. Frozen with a hash when it is taken. */
export const Decisions: CollectionConfig = ownedCollection({
	slug: slug.decisions,
	labels: { singular: "Decision", plural: "Decisions" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "kind", "status", "recommendation", "decidedAt"],
		listSearchableFields: ["title", "reason"],
		description: "Go or no-go, waivers, overrides of a freeze and the customer's sign-off, each with its reason.",
	},
	defaultSort: "-createdAt",
	indexes: [{ fields: ["onboarding", "kind", "status"] }],
	alwaysSelect: { visibleToCustomer: true },
	hooks: { afterChange: [tellProductOfOverride] },
	fields: [
		{ name: "sheet", type: "ui", admin: { components: { Field: "@/admin/decision/DecisionPage#DecisionPage" } } },
		casinoField(),
		statusField({ values: decisionStatuses, defaultValue: "proposed", isReadOnly: true }),
		{
			type: "collapsible",
			label: "Fields of the record",
			admin: { initCollapsed: true },
			fields: [
				{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
				{ name: "title", type: "text", required: true },
				{
					name: "kind",
					type: "select",
					required: true,
					options: decisionKinds.map((value) => ({ value, label: wordsOf(value) })),
				},
				{
					name: "recommendation",
					type: "select",
					options: [
						{ value: "ready", label: "READY" },
						{ value: "hold", label: "HOLD" },
					],
				},
				{ name: "item", type: "relationship", relationTo: slug.checklistItems },
				{ name: "checklist", type: "relationship", relationTo: slug.checklists },
				{ name: "visibleToCustomer", type: "checkbox", label: "The customer sees it", defaultValue: false },
				{ name: "reason", type: "textarea" },
				dayField({
					name: "expiresAt",
					label: "Expires",
					admin: { description: "The last day on which a waiver holds." },
				}),
				{
					name: "liftedUntil",
					type: "date",
					label: "Freeze lifted until",
					admin: { description: "Settings may be changed until this moment." },
				},
				{ name: "requestedBy", type: "relationship", relationTo: slug.users, label: "Asked for by" },
				{ name: "decidedBy", type: "relationship", relationTo: slug.users, label: "Decided by" },
				{ name: "decidedAt", type: "date", label: "Decided" },
				{
					name: "packet",
					type: "json",
					label: "What was known",
					// Its blockers are items and risks that the customer may not see.
					access: { read: readField("internal") },
					admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } },
				},
				{ name: "hash", type: "text", admin: { description: "SHA-256 of what was known when it was decided." } },
			],
		},
	],
});
