import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { contractMovesByHand, contractStatuses, contractTransitions } from "@/domain/contractStatus";
import { followAmendment } from "@/hooks/contracts/followAmendment";
import { reviewGateAfterContract } from "@/hooks/contracts/reviewGateAfterContract";
import { reviewGateOfContract } from "@/hooks/contracts/reviewGateOfContract";
import { requireProvedSigner, stampSignature } from "@/hooks/contracts/stampSignature";
import { guardStatus } from "@/hooks/status/guardStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { dayField } from "../fields/dayField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";
import { statusReasonField } from "../fields/statusReasonField";

/** MSA, order form, DPA or support contract. The order form carries sites, seats, plan and term. */
export const Contracts: CollectionConfig = ownedCollection({
	slug: slug.contracts,
	labels: { singular: "Contract", plural: "Contracts" },
	admin: {
		group: "Commercial",
		useAsTitle: "title",
		defaultColumns: ["title", "type", "status", "casino", "signedAt", "expiresAt"],
		listSearchableFields: ["title"],
		description:
			"What was agreed. The gate waits for those that the playbook needs, and for every other one of the onboarding.",
	},
	// Contracts are evidence: every state is kept.
	versions: { maxPerDoc: 0, drafts: false },
	hooks: {
		beforeValidate: [requireProvedSigner, stampSignature],
		beforeChange: [
			guardStatus({
				noun: "contract",
				table: contractTransitions,
				initial: ["draft", "sent", "signed"],
				byPeople: contractMovesByHand,
				hint: "Signing its amendment does that.",
			}),
		],
		afterChange: [followAmendment, reviewGateOfContract],
		afterDelete: [reviewGateAfterContract],
	},
	fields: [
		{
			name: "journey",
			type: "ui",
			admin: { components: { Field: "@/admin/contract/ContractOnboarding#ContractOnboarding" } },
		},
		{
			name: "terms",
			type: "ui",
			admin: { components: { Field: "@/admin/contract/ContractTerms#ContractTerms" } },
		},
		{
			name: "title",
			type: "text",
			maxLength: 200,
			admin: { description: "Left empty, it is made from the type and the customer's name." },
		},
		casinoField(),
		{
			name: "onboarding",
			type: "relationship",
			relationTo: slug.onboardings,
			index: true,
			admin: {
				description: "The onboarding whose gate this contract belongs to.",
				position: "sidebar",
			},
		},
		{
			name: "type",
			type: "select",
			required: true,
			defaultValue: "order_form",
			index: true,
			options: [
				{ value: "msa", label: "Master agreement (MSA)" },
				{ value: "order_form", label: "Order form" },
				{ value: "dpa", label: "Data processing agreement (DPA)" },
				{ value: "support", label: "Support contract" },
			],
			admin: { description: "An order form says which plan, how many sites and seats, and for how long." },
		},
		statusField({
			values: contractStatuses,
			defaultValue: "draft",
			description: "Set to Signed when a copy signed elsewhere has come in.",
		}),
		statusReasonField("Needed to terminate a contract."),
		{
			name: "amends",
			type: "relationship",
			relationTo: slug.contracts,
			index: true,
			access: systemWritten,
			admin: {
				position: "sidebar",
				readOnly: true,
				description: "The contract whose terms this one replaces when it is signed.",
				condition: (data) => Boolean(data?.amends),
			},
		},
		{
			name: "amendReason",
			type: "textarea",
			label: "Reason for the amendment",
			access: { ...systemWritten, read: fieldRules("internal").read },
			admin: { readOnly: true, condition: (data) => Boolean(data?.amends) },
		},
		{
			name: "signedAt",
			type: "date",
			label: "Signed on",
			index: true,
			admin: { position: "sidebar", description: "Left empty, it becomes the moment the status is set to Signed." },
		},
		dayField({ name: "expiresAt", label: "Expires on", admin: { position: "sidebar" } }),
		{
			type: "row",
			fields: [
				{
					name: "plan",
					type: "relationship",
					relationTo: slug.plans,
					admin: { width: "40%", description: "None: no entitlement is granted." },
				},
				{ name: "sites", type: "number", min: 1, max: 100_000, admin: { width: "20%" } },
				{ name: "seats", type: "number", min: 1, max: 1_000_000, admin: { width: "20%" } },
				{ name: "termMonths", type: "number", label: "Term (months)", min: 1, max: 600, admin: { width: "20%" } },
			],
		},
		{ name: "file", type: "upload", relationTo: slug.media, admin: { description: "The signed copy." } },
		{ name: "notes", type: "textarea", maxLength: 10_000, access: fieldRules("internal") },
	],
});
