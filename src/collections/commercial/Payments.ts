import type { CollectionConfig } from "payload";
import { paymentStatuses } from "@/domain/paymentStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { identifierField } from "../fields/identifierField";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

const amount = (name: string, label: string) => ({
	...moneyField({ name, label, isSystemWritten: true }),
	required: true,
	defaultValue: 0,
});

/**
 * The payments of an invoice: one row for each payment intent, or for each payment recorded by hand. Computed from the
 * payment events by settlement alone; whoever changes a row by hand has it computed again.
 */
export const Payments: CollectionConfig = ownedCollection({
	slug: slug.payments,
	labels: { singular: "Payment", plural: "Payments" },
	admin: {
		group: "Commercial",
		useAsTitle: "reference",
		defaultColumns: ["invoice", "status", "amount", "refunded", "disputed", "paidAt"],
		listSearchableFields: ["reference"],
		description: "What was paid, given back and disputed. Computed from the payment events; nothing is typed in here.",
	},
	defaultSort: "-paidAt",
	indexes: [{ fields: ["provider", "reference"], unique: true }, { fields: ["casino", "status"] }],
	alwaysSelect: { currency: true },
	fields: [
		{ name: "invoice", type: "relationship", relationTo: slug.invoices, required: true, index: true },
		casinoField(),
		{
			name: "provider",
			type: "select",
			required: true,
			options: [
				{ value: "stripe", label: "Stripe" },
				{ value: "xero", label: "Xero" },
				{ value: "manual", label: "Recorded by hand" },
			],
		},
		{
			...identifierField({
				name: "reference",
				label: "Payment",
				isSystemWritten: true,
				description:
					"The payment intent; without one the charge or the invoice at the provider, or the record made by hand.",
			}),
			required: true,
		},
		statusField({ values: paymentStatuses, defaultValue: "pending", isReadOnly: true, isIndexed: false }),
		amount("amount", "Captured"),
		amount("refunded", "Refunded"),
		amount("disputed", "Disputed"),
		amount("lost", "Lost in a dispute"),
		{ name: "currency", type: "text", required: true, minLength: 3, maxLength: 3 },
		{ name: "paidAt", type: "date", label: "Paid" },
		{
			name: "livemode",
			type: "checkbox",
			label: "Live mode",
			admin: { description: "Whether it was real money at the provider, or a test." },
		},
		identifierField({ name: "providerObject", label: "Invoice at the provider", isSystemWritten: true }),
		identifierField({ name: "chargeRef", label: "Charge", isSystemWritten: true }),
	],
});
