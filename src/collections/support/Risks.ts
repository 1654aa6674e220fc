import type { CollectionConfig } from "payload";
import { riskStatuses, riskTransitions } from "@/domain/riskStatus";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

/** An entry of the real-time queue: something that needs a person. */
export const Risks: CollectionConfig = ownedCollection({
	slug: slug.risks,
	labels: { singular: "Risk", plural: "Risks" },
	admin: {
		group: "Support",
		useAsTitle: "title",
		defaultColumns: ["title", "severity", "status", "casino", "createdAt"],
		listSearchableFields: ["title", "detail"],
		description: "What needs a person now: held payments, failed steps, reversals, customers who never signed in.",
	},
	defaultSort: "-createdAt",
	indexes: [{ fields: ["status", "severity", "createdAt"] }],
	hooks: reviewPlanOf({ beforeChange: [guardStatus({ noun: "risk", table: riskTransitions, initial: ["open"] })] }),
	fields: [
		{ name: "title", type: "text", required: true, maxLength: 240 },
		{ name: "detail", type: "textarea", maxLength: 10_000 },
		{
			name: "kind",
			type: "select",
			required: true,
			defaultValue: "other",
			index: true,
			options: [
				{ value: "payment_held", label: "Payment held" },
				{ value: "payment_failed", label: "Payment failed" },
				{ value: "payment_reversed", label: "Payment reversed" },
				{ value: "paid_twice", label: "Paid twice" },
				{ value: "overpaid", label: "Overpaid" },
				{ value: "still_payable", label: "Still payable at Stripe" },
				{ value: "approval_withdrawn", label: "Approval withdrawn" },
				{ value: "invoice_missing", label: "Invoice missing" },
				{ value: "run_failed", label: "Provisioning failed" },
				{ value: "no_sign_in", label: "Never signed in" },
				{ value: "message_failed", label: "Message not delivered" },
				{ value: "health_unacknowledged", label: "Health not acknowledged" },
				{ value: "acceptance_unacknowledged", label: "Acceptance not acknowledged" },
				{ value: "other", label: "Other" },
			],
		},
		statusField({ name: "severity", values: ["low", "medium", "high"], defaultValue: "medium" }),
		statusField({ values: riskStatuses, defaultValue: "open" }),
		casinoField({ isRequired: false, description: "Whom it concerns, where known." }),
		{
			name: "key",
			type: "text",
			unique: true,
			index: true,
			admin: {
				readOnly: true,
				position: "sidebar",
				description: "What the entry is about: the same thing is never reported twice.",
			},
		},
		{ name: "onboarding", type: "relationship", relationTo: slug.onboardings, index: true },
		{ name: "paymentEvent", type: "relationship", label: "Payment event", relationTo: slug.paymentEvents, index: true },
		{ name: "invoice", type: "relationship", relationTo: slug.invoices, index: true },
		{ name: "run", type: "relationship", relationTo: slug.provisioningRuns, index: true },
		{ name: "owner", type: "relationship", relationTo: slug.users, admin: { position: "sidebar" } },
		{ name: "resolution", type: "textarea", maxLength: 10_000, admin: { description: "What was decided, and why." } },
		{ name: "resolvedAt", type: "date", label: "Resolved", admin: { readOnly: true, position: "sidebar" } },
	],
});
