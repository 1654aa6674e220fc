import type { CollectionConfig, Field } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { invoiceStatuses, invoiceTransitions } from "@/domain/invoiceStatus";
import { poStatuses } from "@/domain/poStatus";
import { bindApprovals } from "@/hooks/invoices/bindApprovals";
import { completeInvoice } from "@/hooks/invoices/completeInvoice";
import { decideOrderOnSave } from "@/hooks/invoices/decideOrderOnSave";
import { retakeHeldOfInvoice } from "@/hooks/invoices/retakeHeldOfInvoice";
import { reviewGateOfInvoice } from "@/hooks/invoices/reviewGateOfInvoice";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
import { emailField } from "../fields/emailField";
import { identifierField } from "../fields/identifierField";
import { invoiceAmendment } from "../fields/invoiceAmendment";
import { linkField } from "../fields/linkField";
import { moneyField } from "../fields/moneyField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

const internal = fieldRules("internal");

const { create, update } = fieldRules("purchaseOrders");
const writtenByFinance = { create, update };

const purchaseOrder: Field = {
	name: "po",
	type: "group",
	label: "Purchase order",
	admin: {
		description:
			"Decided here or in the onboarding's gate panel, with a reason and an expiry. Above the limit two persons approve.",
	},
	fields: [
		{ name: "number", type: "text", label: "PO number", maxLength: 100, access: fieldRules("amounts") },
		statusField({
			values: poStatuses,
			defaultValue: "none",
			isInSidebar: false,
			access: writtenByFinance,
			enumName: "enum_invoices_po_status",
		}),
		{
			type: "row",
			fields: [
				{
					name: "approvedBy",
					type: "relationship",
					label: "Approved by",
					relationTo: slug.users,
					access: { ...systemWritten, read: internal.read },
					admin: { readOnly: true, width: "50%" },
				},
				{
					name: "secondApprover",
					type: "relationship",
					label: "Second approver",
					relationTo: slug.users,
					access: { ...systemWritten, read: internal.read },
					admin: { readOnly: true, width: "50%" },
				},
			],
		},
		{
			name: "reason",
			type: "textarea",
			maxLength: 2000,
			access: { ...writtenByFinance, read: internal.read },
			admin: { description: "Why it is approved or rejected." },
		},
		dayField({
			name: "expiresAt",
			label: "Expires",
			access: writtenByFinance,
			admin: { description: "The last day on which the approval holds. Left empty, the settings say how long." },
		}),
	],
};

/** What is owed. Only settlement writes `paid`: Stripe's events, a payment recorded by hand, an approved PO. */
export const Invoices: CollectionConfig = ownedCollection({
	slug: slug.invoices,
	labels: { singular: "Invoice", plural: "Invoices" },
	admin: {
		group: "Commercial",
		useAsTitle: "number",
		defaultColumns: ["number", "casino", "status", "amountDue", "dueAt", "opensGate"],
		listSearchableFields: ["number", "stripeInvoiceId", "purchaserEmail"],
		description: "What a customer owes. Payment is settled from what the provider says, never typed in here.",
	},
	defaultSort: "-createdAt",
	indexes: [{ fields: ["casino", "status", "updatedAt"] }, { fields: ["casino", "createdAt"] }],
	alwaysSelect: { currency: true },
	hooks: {
		beforeValidate: [completeInvoice],
		beforeChange: [
			decideOrderOnSave,
			bindApprovals,
			guardStatus({
				noun: "invoice",
				table: invoiceTransitions,
				initial: ["draft", "open"],
				byPeople: { draft: ["open"] },
				hint: "Only settlement does that: record the payment, approve a purchase order, or void it.",
			}),
		],
		afterChange: [reviewGateOfInvoice, retakeHeldOfInvoice],
	},
	fields: [
		{
			name: "actions",
			type: "ui",
			admin: { components: { Field: "@/admin/invoice/InvoiceActions#InvoiceActions" } },
		},
		{
			name: "number",
			type: "text",
			unique: true,
			index: true,
			maxLength: 60,
			admin: { description: "Left empty, the next number of the year is taken." },
		},
		casinoField(),
		{
			name: "onboarding",
			type: "relationship",
			relationTo: slug.onboardings,
			index: true,
			admin: { position: "sidebar", description: "The onboarding this invoice is for." },
		},
		{
			name: "subscription",
			type: "relationship",
			relationTo: slug.subscriptions,
			index: true,
			access: systemWritten,
			admin: {
				position: "sidebar",
				readOnly: true,
				description: "A renewal: the subscription whose next period this invoice asks for.",
			},
		},
		statusField({
			values: invoiceStatuses,
			defaultValue: "draft",
			cell: "@/admin/invoice/StandingCell#StandingCell",
		}),
		{
			type: "row",
			fields: [
				moneyField({ name: "amountDue", label: "Amount due", isRequired: true }),
				{
					name: "currency",
					type: "text",
					required: true,
					defaultValue: "usd",
					minLength: 3,
					maxLength: 3,
					admin: { description: "ISO 4217, lower case: usd, eur, aud.", width: "25%" },
				},
				moneyField({ name: "amountPaid", label: "Amount paid", isSystemWritten: true }),
				moneyField({ name: "amountRefunded", label: "Amount refunded", isSystemWritten: true }),
			],
		},
		emailField({
			name: "purchaserEmail",
			label: "Purchaser's e-mail",
			access: fieldRules("amounts"),
			admin: { description: "Who buys. A payment under another address is held for a person to look at." },
		}),
		{
			name: "opensGate",
			type: "checkbox",
			label: "Required before provisioning",
			defaultValue: false,
			admin: {
				position: "sidebar",
				description: "Provisioning waits for this invoice. An onboarding always has one that it waits for.",
			},
		},
		{ name: "description", type: "text", maxLength: 500, admin: { description: "What the customer reads on it." } },
		...invoiceAmendment,
		purchaseOrder,
		dayField({ name: "dueAt", label: "Due", index: true, admin: { position: "sidebar" } }),
		{
			name: "sentAt",
			type: "date",
			label: "Sent",
			access: systemWritten,
			admin: { position: "sidebar", readOnly: true, description: "When it went to the customer." },
		},
		{
			name: "paidAt",
			type: "date",
			label: "Paid",
			access: systemWritten,
			admin: { position: "sidebar", readOnly: true },
		},
		{
			type: "collapsible",
			label: "At the payment provider",
			admin: { initCollapsed: true },
			fields: [
				identifierField({ name: "stripeInvoiceId", label: "Stripe invoice", isUnique: true }),
				{
					name: "closedAtProviderAt",
					type: "date",
					label: "Closed at Stripe",
					access: { ...systemWritten, read: internal.read },
					admin: {
						readOnly: true,
						description: "When Stripe was told that it was paid elsewhere: nobody can pay it there any more.",
					},
				},
				identifierField({ name: "stripePaymentIntentId", label: "Stripe payment intent" }),
				identifierField({ name: "xeroInvoiceId", label: "Xero invoice", isUnique: true }),
				linkField({
					name: "hostedUrl",
					label: "Payment page",
					access: { ...systemWritten, read: fieldRules("amounts").read },
					admin: { readOnly: true },
				}),
				{
					// `problems` in the code: the column keeps the name from when only refunds, disputes and voids stood here.
					name: "reversals",
					type: "json",
					label: "Payment problems",
					access: { ...systemWritten, read: internal.read },
					admin: {
						readOnly: true,
						description:
							"What the payments show now that needs a look: refunds, disputes, voids, payments twice or too high.",
						components: { Field: "@/admin/fields/JsonView#JsonView" },
					},
				},
				{
					name: "paymentFailedAt",
					type: "date",
					label: "Last attempt failed",
					access: { ...systemWritten, read: fieldRules("amounts").read },
					admin: { readOnly: true },
				},
			],
		},
	],
});
