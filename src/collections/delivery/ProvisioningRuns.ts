import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { runStatuses } from "@/domain/runStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

/** One execution of an onboarding's automations. At most one of an onboarding is not undone. */
export const ProvisioningRuns: CollectionConfig = ownedCollection({
	slug: slug.provisioningRuns,
	labels: { singular: "Provisioning run", plural: "Provisioning runs" },
	admin: {
		group: "Delivery",
		useAsTitle: "id",
		defaultColumns: ["onboarding", "casino", "status", "startedAt", "finishedAt"],
		description: "Started by the gate. Each step runs, verifies and leaves its row.",
	},
	defaultSort: "-createdAt",
	fields: [
		{ name: "timeline", type: "ui", admin: { components: { Field: "@/admin/run/RunTimeline#RunTimeline" } } },
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true, index: true },
		casinoField(),
		statusField({ values: runStatuses, defaultValue: "queued", isReadOnly: true }),
		{ name: "playbook", type: "text", required: true },
		{ name: "startedAt", type: "date", label: "Started" },
		{ name: "claim", type: "text", hidden: true, access: { read: () => false } },
		{ name: "leaseUntil", type: "date", hidden: true, access: { read: () => false } },
		{ name: "finishedAt", type: "date", label: "Finished" },
		{
			name: "error",
			type: "textarea",
			label: "Cause",
			access: { read: fieldRules("internal").read },
			admin: { description: "The cause of a failure, in one sentence." },
		},
		{
			name: "undoReason",
			type: "textarea",
			label: "Why it was undone",
			access: { read: fieldRules("internal").read },
		},
	],
});
