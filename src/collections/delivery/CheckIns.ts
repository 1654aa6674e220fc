import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { checkInKinds, checkInStatuses, checkInTransitions } from "@/domain/checkInStatus";
import { keepHypercare } from "@/hooks/checkIns/keepHypercare";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";

/**
 * A scheduled contact. Of the first week: on its day it looks whether the administrator signed in, and acts on it. Of hypercare: a
 * person calls, and notes what was said.
 */
export const CheckIns: CollectionConfig = ownedCollection({
	slug: slug.checkIns,
	labels: { singular: "Check-in", plural: "Check-ins" },
	admin: {
		group: "Delivery",
		useAsTitle: "label",
		defaultColumns: ["label", "casino", "kind", "dueAt", "status", "outcome"],
		description:
			"First week: day 1, 3 and 7 after provisioning; each checks automatically, then tells a person what to do. Hypercare: daily in the week after the go-live, then weekly; a person calls and writes a note.",
	},
	defaultSort: "dueAt",
	indexes: [{ fields: ["status", "dueAt"] }, { fields: ["onboarding", "kind", "day"], unique: true }],
	hooks: reviewPlanOf({
		beforeChange: [guardStatus({ noun: "check-in", table: checkInTransitions, initial: ["scheduled"] }), keepHypercare],
	}),
	fields: [
		casinoField(),
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, required: true, index: true },
		{
			name: "kind",
			type: "select",
			required: true,
			defaultValue: "first_week",
			options: checkInKinds.map((value) => ({ value, label: wordsOf(value) })),
			access: systemWritten,
			admin: { position: "sidebar", readOnly: true },
		},
		{ name: "label", type: "text", required: true },
		{ name: "day", type: "number", required: true, min: 0 },
		{ name: "dueAt", type: "date", label: "Due", required: true, index: true },
		statusField({ values: checkInStatuses, defaultValue: "scheduled" }),
		{
			name: "outcome",
			type: "textarea",
			access: fieldRules("internal"),
			admin: { description: "What was seen, and what was done about it." },
		},
		{ name: "lookedAt", type: "date", label: "Looked", admin: { readOnly: true } },
		{
			name: "notes",
			type: "textarea",
			maxLength: 10_000,
			access: fieldRules("internal"),
			admin: { description: "What was said. A check-in of hypercare counts only with a note." },
		},
	],
});
