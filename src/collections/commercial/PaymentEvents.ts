import type { CollectionConfig } from "payload";
import { paymentEventStatuses } from "@/domain/paymentEventStatus";
import { holdReasons } from "@/domain/settlement/paymentFact";
import { slug } from "@/slugs";
import { identifierField } from "../fields/identifierField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";
import { unprovedField } from "../fields/unprovedField";

/** The durable inbox: one row for each thing a payment provider said. Committed before the provider hears 200. */
export const PaymentEvents: CollectionConfig = ownedCollection({
	slug: slug.paymentEvents,
	labels: { singular: "Payment event", plural: "Payment events" },
	admin: {
		group: "Commercial",
		useAsTitle: "eventId",
		defaultColumns: ["type", "status", "holdReason", "casino", "invoice", "receivedAt"],
		listSearchableFields: ["eventId", "type", "objectId"],
		description: "What the payment providers said, word for word. What could not be bound for certain is held.",
	},
	defaultSort: "-receivedAt",
	indexes: [{ fields: ["provider", "eventId"], unique: true }, { fields: ["status", "receivedAt"] }],
	fields: [
		{
			name: "provider",
			type: "select",
			required: true,
			options: [
				{ value: "stripe", label: "Stripe" },
				{ value: "xero", label: "Xero" },
				{ value: "manual", label: "By hand" },
			],
		},
		{ name: "eventId", type: "text", label: "Event", required: true },
		{ name: "type", type: "text", required: true },
		statusField({ values: paymentEventStatuses, defaultValue: "received", isReadOnly: true, isIndexed: false }),
		{
			name: "holdReason",
			type: "select",
			label: "Why it is held",
			options: holdReasons.map((reason) => ({ value: reason, label: wordsOf(reason) })),
			admin: { readOnly: true },
		},
		{ name: "explanation", type: "textarea", admin: { description: "Why it stands where it stands." } },
		{ name: "casino", type: "relationship", relationTo: slug.casinos, index: true },
		{ name: "invoice", type: "relationship", relationTo: slug.invoices, index: true },
		identifierField({ name: "objectId", label: "Object at the provider" }),
		identifierField({ name: "invoiceRef", label: "Invoice at the provider" }),
		identifierField({ name: "paymentIntentRef", label: "Payment intent" }),
		identifierField({ name: "customerRef", label: "Customer at the provider" }),
		{
			name: "occurredAt",
			type: "date",
			label: "Occurred",
			required: true,
			admin: { description: "When it happened, by the provider's clock." },
		},
		{ name: "receivedAt", type: "date", label: "Received", required: true },
		{ name: "settledAt", type: "date", label: "Settled" },
		{ name: "resolvedBy", type: "relationship", label: "Decided by", relationTo: slug.users },
		unprovedField("isResolverUnproved"),
		{ name: "resolution", type: "textarea", admin: { description: "Why a person settled or dismissed it." } },
		{
			name: "payload",
			type: "json",
			label: "As it was received",
			admin: { readOnly: true, components: { Field: "@/admin/fields/JsonView#JsonView" } },
		},
		{
			name: "freshObject",
			type: "json",
			label: "As the provider told it when asked again",
			admin: { readOnly: true, components: { Field: "@/admin/fields/JsonView#JsonView" } },
		},
	],
});
