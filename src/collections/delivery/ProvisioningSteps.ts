import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { stepStatuses, triesPerBudget } from "@/domain/stepStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

const internal = fieldRules("internal").read;

/** The ledger: one row for each step of a run. */
export const ProvisioningSteps: CollectionConfig = ownedCollection({
	slug: slug.provisioningSteps,
	labels: { singular: "Provisioning step", plural: "Provisioning steps" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "run", "position", "status", "attempts", "finishedAt"],
		description: "What each step did, how often it was tried, and the proof.",
	},
	defaultSort: "position",
	indexes: [
		{ fields: ["run", "step"], unique: true },
		{ fields: ["run", "position"], unique: true },
	],
	fields: [
		{ name: "run", type: "relationship", relationTo: slug.provisioningRuns, required: true, index: true },
		casinoField(),
		{ name: "step", type: "text", required: true },
		{ name: "title", type: "text", required: true },
		{ name: "position", type: "number", required: true },
		statusField({ values: stepStatuses, defaultValue: "pending", isReadOnly: true }),
		{
			name: "attempts",
			type: "number",
			required: true,
			defaultValue: 0,
			admin: { description: "Counted when a try begins, and never reset." },
		},
		{
			name: "attemptLimit",
			type: "number",
			label: "Attempts until it fails",
			required: true,
			defaultValue: triesPerBudget,
			admin: { description: "A retry by a person adds five." },
		},
		{
			name: "evidence",
			type: "json",
			access: { read: internal },
			admin: { components: { Field: "@/admin/fields/JsonView#JsonView" } },
		},
		{ name: "error", type: "textarea", access: { read: internal } },
		{
			name: "reason",
			type: "textarea",
			access: { read: internal },
			admin: { description: "Why it was skipped or undone." },
		},
		{ name: "nextAttemptAt", type: "date", label: "Next attempt" },
		{ name: "startedAt", type: "date", label: "Started" },
		{ name: "finishedAt", type: "date", label: "Finished" },
	],
});
