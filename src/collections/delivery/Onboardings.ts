import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { onboardingMovesByHand, onboardingStatuses, onboardingTransitions } from "@/domain/onboardingStatus";
import { completeOnboarding } from "@/hooks/onboardings/completeOnboarding";
import { endFirstWeek } from "@/hooks/onboardings/endFirstWeek";
import { followPlaybook } from "@/hooks/onboardings/followPlaybook";
import { keepFreeze } from "@/hooks/onboardings/keepFreeze";
import { guardStatus } from "@/hooks/status/guardStatus";
import { tellProductOfFreeze } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { contactField } from "../fields/contactField";
import { journeyFields, pinnedPlaybook } from "../fields/onboardingFields";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";
import { statusReasonField } from "../fields/statusReasonField";

/** One casino's journey, from contract to primary tool. */
export const Onboardings: CollectionConfig = ownedCollection({
	slug: slug.onboardings,
	labels: { singular: "Onboarding", plural: "Onboardings" },
	admin: {
		group: "Delivery",
		useAsTitle: "title",
		defaultColumns: ["title", "casino", "status", "phase", "health", "goLiveAt", "forecastGoLiveAt", "updatedAt"],
		listSearchableFields: ["title"],
		description:
			"A customer's way from signed contract to primary tool. The gate opens automatically when its conditions hold.",
		formatDocURL: ({ defaultURL, viewType }) => (viewType === "list" ? `${defaultURL}/overview` : defaultURL),
		components: {
			views: {
				edit: {
					overview: {
						Component: "@/admin/plan/OnboardingOverview#OnboardingOverview",
						path: "/overview",
						tab: { label: "Overview", href: "/overview", order: 50 },
					},
				},
			},
		},
	},
	defaultSort: "-updatedAt",
	indexes: [{ fields: ["casino", "status", "updatedAt"] }, { fields: ["status", "phase"] }],
	hooks: {
		beforeValidate: [completeOnboarding],
		beforeChange: [
			guardStatus({
				noun: "onboarding",
				table: onboardingTransitions,
				initial: ["open"],
				byPeople: onboardingMovesByHand,
				hint: "It is completed when the last phase of its plan closes.",
			}),
			keepFreeze,
		],
		afterChange: [followPlaybook, endFirstWeek, tellProductOfFreeze],
	},
	fields: [
		{ name: "live", type: "ui", admin: { components: { Field: "@/admin/onboarding/LivePanel#LivePanel" } } },
		{
			name: "title",
			type: "text",
			maxLength: 240,
			admin: { description: "Left empty, it is the customer's name." },
		},
		casinoField(),
		{
			name: "company",
			type: "relationship",
			relationTo: slug.companies,
			index: true,
			admin: { position: "sidebar", description: "Taken from the casino when left empty." },
		},
		statusField({ values: onboardingStatuses, defaultValue: "open" }),
		statusReasonField("Needed to cancel."),
		{
			...statusField({ name: "health", values: ["green", "yellow", "red"], defaultValue: "green", isReadOnly: true }),
			access: systemWritten,
		},
		{
			name: "gateStandard",
			type: "select",
			label: "Gate standard",
			required: true,
			defaultValue: "paid",
			options: [
				{ value: "paid", label: "Invoice paid" },
				{ value: "po_approved", label: "Purchase order approved" },
			],
			admin: { position: "sidebar", description: "One standard for each onboarding." },
		},
		...pinnedPlaybook,
		contactField(
			"operationsLead",
			"Operations lead",
			"Owns adoption on the floor. The gate waits until they are named.",
		),
		contactField("adminContact", "Admin contact", "Becomes the first administrator and gets the invitation."),
		...journeyFields,
		{
			name: "gateOpenedAt",
			type: "date",
			label: "Gate opened",
			access: systemWritten,
			admin: { position: "sidebar", readOnly: true },
		},
		{ name: "reviewedAt", type: "date", hidden: true, index: true, access: { read: () => false } },
		{ name: "notes", type: "textarea", maxLength: 10_000, access: fieldRules("internal") },
	],
});
