import type { CollectionConfig } from "payload";
import { fieldRules } from "@/access/scope";
import { retakeHeldOfCustomer, tellStripe } from "@/hooks/companies/followCompany";
import { refuseUnseenCustomer, refuseUnseenRemoval } from "@/hooks/companies/refuseUnseenPayer";
import { slug } from "@/slugs";
import { emailField } from "../fields/emailField";
import { identifierField } from "../fields/identifierField";
import { ownedCollection } from "../fields/ownedCollection";

/** Billing and legal identity. Never an authorization boundary: that is the casino. */
export const Companies: CollectionConfig = ownedCollection({
	slug: slug.companies,
	labels: { singular: "Company", plural: "Companies" },
	admin: {
		group: "Commercial",
		useAsTitle: "name",
		defaultColumns: ["name", "billingEmail", "country", "updatedAt"],
		listSearchableFields: ["name", "billingEmail", "stripeID"],
		description: "Who signs and who is billed. A company may hold several casinos.",
	},
	hooks: {
		beforeChange: [refuseUnseenCustomer],
		beforeDelete: [refuseUnseenRemoval],
		afterChange: [retakeHeldOfCustomer, tellStripe],
	},
	fields: [
		{
			name: "name",
			type: "text",
			required: true,
			index: true,
			maxLength: 200,
			admin: { description: "The legal name, as it stands on the contract." },
		},
		emailField({
			name: "billingEmail",
			label: "Billing e-mail",
			admin: { description: "Where invoices and receipts go." },
		}),
		{
			name: "address",
			type: "group",
			fields: [
				{ name: "line1", type: "text", label: "Street", maxLength: 200 },
				{ name: "line2", type: "text", label: "Street, second line", maxLength: 200 },
				{
					type: "row",
					fields: [
						{ name: "postalCode", type: "text", label: "Postal code", maxLength: 20, admin: { width: "25%" } },
						{ name: "city", type: "text", maxLength: 120, admin: { width: "45%" } },
						{ name: "country", type: "text", label: "Country", maxLength: 80, admin: { width: "30%" } },
					],
				},
			],
		},
		{ name: "phone", type: "text", maxLength: 40 },
		{
			name: "notes",
			type: "textarea",
			maxLength: 10_000,
			access: fieldRules("internal"),
			admin: { description: "For the vendor's own people. A customer never sees this." },
		},
		identifierField({ name: "xeroContactId", label: "Xero contact", description: "The contact's id at Xero." }),
		{
			name: "casinos",
			type: "join",
			collection: slug.casinos,
			on: "company",
			admin: { defaultColumns: ["name", "status", "slug"], allowCreate: false },
		},
	],
});
