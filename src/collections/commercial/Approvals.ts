import type { CollectionConfig } from "payload";
import { approvalStatuses, approvalSubjects, approvalTransitions } from "@/domain/approvals/approvalStatus";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";
import { unprovedField } from "../fields/unprovedField";
import { writtenBySystem } from "../fields/writtenBySystem";

/** Who approved what, at which amount: bound to it, and withdrawn when it changes. Written by operations alone. */
export const Approvals: CollectionConfig = ownedCollection({
	slug: slug.approvals,
	labels: { singular: "Approval", plural: "Approvals" },
	admin: {
		group: "Commercial",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "status", "amount", "firstApprover", "secondApprover", "createdAt"],
		listSearchableFields: ["title", "reason"],
		description:
			"Purchase orders, payments and refunds by hand, released payments and amendments, each with the persons who approved it.",
	},
	defaultSort: "-createdAt",
	indexes: [{ fields: ["status", "createdAt"] }, { fields: ["invoice", "subject", "status"] }],
	alwaysSelect: { currency: true },
	hooks: {
		beforeChange: [guardStatus({ noun: "approval", table: approvalTransitions, initial: ["awaiting", "approved"] })],
	},
	fields: writtenBySystem([
		{ name: "title", type: "text", required: true, maxLength: 240 },
		casinoField(),
		{
			name: "subject",
			type: "select",
			required: true,
			options: approvalSubjects.map((value) => ({ value, label: wordsOf(value) })),
		},
		statusField({ values: approvalStatuses, defaultValue: "awaiting", isReadOnly: true, isIndexed: false }),
		{ name: "invoice", type: "relationship", relationTo: slug.invoices },
		{ name: "paymentEvent", type: "relationship", label: "Payment event", relationTo: slug.paymentEvents, index: true },
		moneyField({ name: "amount", label: "Amount" }),
		{ name: "currency", type: "text", maxLength: 3 },
		{
			name: "version",
			type: "text",
			required: true,
			label: "Bound to",
			admin: { description: "The terms that were approved. When they change, the approval is withdrawn." },
		},
		{ name: "seats", type: "number", label: "Persons needed", required: true, min: 1, max: 2 },
		{ name: "requestedBy", type: "relationship", label: "Requested by", relationTo: slug.users },
		{ name: "firstApprover", type: "relationship", label: "First approver", relationTo: slug.users },
		{ name: "firstApprovedAt", type: "date", label: "First approval" },
		unprovedField("isFirstUnproved"),
		{ name: "secondApprover", type: "relationship", label: "Second approver", relationTo: slug.users },
		{ name: "secondApprovedAt", type: "date", label: "Second approval" },
		unprovedField("isSecondUnproved"),
		{ name: "reason", type: "textarea", maxLength: 2000 },
		{ name: "secondReason", type: "textarea", label: "Second approver's reason", maxLength: 2000 },
		{ name: "rejectedBy", type: "relationship", label: "Rejected by", relationTo: slug.users },
		{
			name: "withdrawnBecause",
			type: "textarea",
			label: "Why it ended",
			maxLength: 2000,
			admin: { description: "What changed, or why it was rejected." },
		},
		{ name: "closedAt", type: "date", label: "Ended" },
		dayField({ name: "expiresAt", label: "Expires", index: true }),
		{
			name: "proposal",
			type: "json",
			admin: {
				description: "What is carried out once it is approved.",
				components: { Field: "@/admin/fields/JsonView#JsonView" },
			},
		},
	]),
});
