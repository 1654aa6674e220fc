import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { pilotIssueStatuses, pilotIssueTransitions } from "@/domain/pilotIssueStatus";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { linkField } from "../fields/linkField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

const internal = fieldRules("internal");

/** What went wrong in the pilot, and how it was triaged. */
export const PilotIssues: CollectionConfig = ownedCollection({
	slug: slug.pilotIssues,
	labels: { singular: "Pilot issue", plural: "Pilot issues" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "severity", "status", "owner", "foundAt"],
		listSearchableFields: ["title", "detail"],
		description: "The pilot's log. Fix the top blockers; the rest goes to the roadmap with its link.",
	},
	defaultSort: "-foundAt",
	indexes: [{ fields: ["onboarding", "status"] }],
	hooks: reviewPlanOf({
		beforeChange: [guardStatus({ noun: "pilot issue", table: pilotIssueTransitions, initial: ["open"] })],
	}),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true },
		{ name: "title", type: "text", required: true, maxLength: 240 },
		{
			name: "detail",
			type: "textarea",
			maxLength: 10_000,
			admin: { description: "What happened, and what was expected." },
		},
		statusField({ name: "severity", values: ["blocker", "major", "minor"], defaultValue: "major" }),
		statusField({ values: pilotIssueStatuses, defaultValue: "open" }),
		{ name: "area", type: "relationship", relationTo: slug.floorAreas },
		{ name: "foundAt", type: "date", label: "Found", required: true, defaultValue: () => new Date().toISOString() },
		{ name: "reportedBy", type: "text", label: "Reported by", maxLength: 200 },
		{
			name: "owner",
			type: "relationship",
			relationTo: slug.users,
			access: { create: internal.create, update: internal.update },
			admin: { position: "sidebar" },
		},
		{
			name: "outcome",
			type: "select",
			label: "Triage",
			access: internal,
			options: [
				{ value: "fix_now", label: "Fix now" },
				{ value: "training", label: "Answer with training" },
				{ value: "roadmap", label: "Roadmap" },
				{ value: "wont_fix", label: "Leave as it is" },
			],
		},
		linkField({ name: "roadmapLink", label: "Roadmap link", maxLength: 500, access: internal }),
		{ name: "triageNote", type: "textarea", label: "Triage note", maxLength: 10_000, access: internal },
	],
});
