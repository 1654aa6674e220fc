import type { CollectionConfig } from "payload";
import { subscriptionStatuses } from "@/domain/subscriptionStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { identifierField } from "../fields/identifierField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

/** A recurring purchase, as the provider tells it: status, plan, customer and subscription id. */
export const Subscriptions: CollectionConfig = ownedCollection({
	slug: slug.subscriptions,
	labels: { singular: "Subscription", plural: "Subscriptions" },
	admin: {
		group: "Commercial",
		useAsTitle: "stripeSubscriptionId",
		defaultColumns: ["casino", "status", "plan", "billingCycle", "currentPeriodEnd"],
		description: "Written from the provider's events. Nothing here is typed by hand.",
	},
	fields: [
		casinoField(),
		{ name: "company", type: "relationship", relationTo: slug.companies, index: true },
		statusField({ values: subscriptionStatuses, defaultValue: "incomplete" }),
		{ name: "plan", type: "text", index: true, admin: { description: "The price at the provider, by its key." } },
		identifierField({
			name: "stripeSubscriptionId",
			label: "Stripe subscription",
			isUnique: true,
			isSystemWritten: true,
		}),
		identifierField({ name: "stripeCustomerId", label: "Stripe customer", isSystemWritten: true }),
		{
			name: "billingCycle",
			type: "select",
			label: "Billing cycle",
			options: [
				{ value: "day", label: "Daily" },
				{ value: "week", label: "Weekly" },
				{ value: "month", label: "Monthly" },
				{ value: "year", label: "Yearly" },
			],
		},
		{ name: "currentPeriodEnd", type: "date", label: "Paid until" },
	],
});
