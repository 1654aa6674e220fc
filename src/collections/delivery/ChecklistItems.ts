import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { evidenceKinds, itemKinds, itemOwners } from "@/domain/playbook/content";
import { itemStatuses } from "@/domain/playbook/itemStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
import { linkField } from "../fields/linkField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";
import { unprovedField } from "../fields/unprovedField";
import { writtenBySystem } from "../fields/writtenBySystem";

const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: wordsOf(value) }));
const internal = fieldRules("internal");

/**
 * One thing to be done, decided or true in an onboarding. Its state moves by its own routes, each of which leaves a trace:
 * a plain update sets who does it and the vendor's note, and nothing else.
 */
export const ChecklistItems: CollectionConfig = ownedCollection({
	slug: slug.checklistItems,
	labels: { singular: "Item", plural: "Items" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "phase", "responsible", "status", "dueAt", "assignee"],
		listSearchableFields: ["title", "key"],
		description: "Every item of every onboarding. Tick, snooze and assign them from My work or the onboarding's page.",
	},
	defaultSort: "dueAt",
	indexes: [
		{ fields: ["onboarding", "key"], unique: true },
		{ fields: ["status", "dueAt"] },
		{ fields: ["assignee", "status", "dueAt"] },
		{ fields: ["responsible", "status", "dueAt"] },
		{ fields: ["casino", "status", "dueAt"] },
	],
	alwaysSelect: { visibleToCustomer: true },
	fields: [
		casinoField(),
		{ name: "assignee", type: "relationship", relationTo: slug.users, admin: { position: "sidebar" } },
		...writtenBySystem([
			{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
			{ name: "checklist", type: "relationship", relationTo: slug.checklists, required: true, index: true },
			{ name: "title", type: "text", required: true },
			{ name: "key", type: "text", required: true },
			{ name: "phase", type: "text", required: true },
			{ name: "position", type: "number", required: true },
			{ name: "guidance", type: "textarea" },
			{ name: "kind", type: "select", required: true, options: optionsOf(itemKinds) },
			{ name: "owner", type: "select", required: true, options: optionsOf(itemOwners) },
			{ name: "visibleToCustomer", type: "checkbox", label: "The customer sees it", defaultValue: false },
			{ name: "responsible", type: "text", required: true },
			{ name: "evidence", type: "select", required: true, options: optionsOf(evidenceKinds) },
			{ name: "automation", type: "text" },
			{ name: "criterion", type: "text" },
			{
				name: "rule",
				type: "json",
				label: "From the playbook",
				// It names items that the customer may not see, and so may what a criterion was found in.
				access: { read: internal.read },
				admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } },
			},
			statusField({ values: itemStatuses, defaultValue: "open", isReadOnly: true }),
			{ name: "says", type: "textarea", label: "What was found" },
			{
				name: "foundIn",
				type: "json",
				label: "Record behind it",
				access: { read: internal.read },
				admin: { hidden: true },
			},
			dayField({ name: "dueAt", label: "Due", admin: { position: "sidebar" } }),
			dayField({ name: "forecastAt", label: "Expected", admin: { position: "sidebar" } }),
			dayField({ name: "snoozedTo", label: "Put off to", admin: { position: "sidebar" } }),
			{ name: "snoozeReason", type: "text", label: "Why it was put off", access: { read: internal.read } },
			{ name: "startedAt", type: "date", label: "Started" },
			{ name: "doneAt", type: "date", label: "Done" },
			{ name: "doneBy", type: "relationship", relationTo: slug.users, label: "Done by" },
			{ name: "minutesTaken", type: "number", label: "Time taken (minutes)", min: 0 },
			{ name: "choice", type: "text" },
			{ name: "proofValue", type: "text", label: "Value" },
			linkField({ name: "proofLink", label: "Link" }),
			{ name: "proofFile", type: "upload", relationTo: slug.media, label: "File" },
			{ name: "signedName", type: "text", label: "Signed by" },
			unprovedField("isSignerUnproved"),
			{ name: "retiredAt", type: "date", label: "Retired by a newer version" },
		]),
		{ name: "note", type: "textarea", maxLength: 10_000, access: internal },
	],
});
