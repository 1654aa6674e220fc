import type { CollectionConfig } from "payload";
import { systemWritten } from "@/access/scope";
import { keepPublication } from "@/hooks/playbooks/keepPublication";
import { numberPublication } from "@/hooks/playbooks/numberPublication";
import { slug } from "@/slugs";
import { neededContracts } from "../fields/neededContracts";
import { ownedCollection } from "../fields/ownedCollection";
import { playbookDefinition } from "../fields/playbookDefinition";
import { chosenFrom, playbookPhases } from "../fields/playbookPhases";
import { playbookWords } from "../fields/playbookWords";

/** A template of the whole journey. Publishing it makes a version that never changes; onboardings pin one. */
export const Playbooks: CollectionConfig = ownedCollection({
	slug: slug.playbooks,
	labels: { singular: "Playbook", plural: "Playbooks" },
	admin: {
		group: "Delivery",
		useAsTitle: "name",
		defaultColumns: ["name", "key", "latestVersion", "_status", "updatedAt"],
		listSearchableFields: ["name", "key", "summary"],
		description:
			"Phases, items, owners and dates of an onboarding. Save a draft as often as you like; publishing makes the next version for new onboardings. Running ones keep theirs.",
	},
	defaultSort: "name",
	versions: { drafts: true, maxPerDoc: 50 },
	hooks: {
		beforeChange: [numberPublication],
		afterChange: [keepPublication],
	},
	fields: [
		{
			name: "standing",
			type: "ui",
			admin: { components: { Field: "@/admin/playbook/PlaybookStanding#PlaybookStanding" } },
		},
		{ name: "name", type: "text", required: true, maxLength: 120 },
		{
			name: "key",
			type: "text",
			required: true,
			unique: true,
			index: true,
			maxLength: 60,
			access: { update: () => false },
			admin: { position: "sidebar", description: "In reports and addresses. It cannot be changed afterwards." },
		},
		{
			name: "latestVersion",
			type: "number",
			label: "Published version",
			access: systemWritten,
			admin: { position: "sidebar", readOnly: true, description: "Given to onboardings opened from now on." },
		},
		{
			name: "goLivePhase",
			type: "text",
			label: "Go-live phase",
			required: true,
			admin: {
				position: "sidebar",
				description: "The phase that begins with the customer's go-live. What comes before it decides the forecast.",
				components: chosenFrom("phases"),
			},
		},
		{ name: "summary", type: "textarea", maxLength: 2000, admin: { description: "For whom it is, in two sentences." } },
		{
			name: "lessons",
			type: "textarea",
			label: "Lessons",
			maxLength: 20_000,
			admin: {
				rows: 4,
				description:
					"Copied here from onboardings that went live: what was late, put off or waived, and what people noted. Not part of what is published; take out what has found its way into the items.",
			},
		},
		playbookWords,
		neededContracts,
		playbookPhases,
		playbookDefinition,
	],
});
