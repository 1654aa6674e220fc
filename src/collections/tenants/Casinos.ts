import type { CollectionConfig } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { isTimeZone } from "@/domain/calendar/timeZone";
import { casinoStandings } from "@/domain/casinoStanding";
import { casinoStatuses, casinoTransitions } from "@/domain/casinoStatus";
import { completeCasino } from "@/hooks/casinos/completeCasino";
import { refuseUnseenCompany } from "@/hooks/companies/refuseUnseenPayer";
import { guardStatus } from "@/hooks/status/guardStatus";
import { keepCompanyInAgreement } from "@/hooks/tenancy/keepCompanyInAgreement";
import { tellProductOfCasino } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";
import { statusReasonField } from "../fields/statusReasonField";

/** The tenant, and the authorization boundary: whatever belongs to a customer carries its casino. */
export const Casinos: CollectionConfig = ownedCollection({
	slug: slug.casinos,
	labels: { singular: "Casino", plural: "Casinos" },
	admin: {
		group: "Customers",
		useAsTitle: "name",
		defaultColumns: ["name", "status", "paymentStanding", "company", "updatedAt"],
		listSearchableFields: ["name", "slug"],
		description: "A customer's tenant. Everything a customer owns belongs to exactly one.",
		formatDocURL: ({ defaultURL, viewType }) => (viewType === "list" ? `${defaultURL}/overview` : defaultURL),
		components: {
			views: {
				edit: {
					overview: {
						Component: "@/admin/casino/Casino360#Casino360",
						path: "/overview",
						tab: { label: "Overview", href: "/overview", order: 50 },
					},
				},
			},
		},
	},
	hooks: {
		beforeValidate: [completeCasino],
		beforeChange: [
			guardStatus({
				noun: "casino",
				table: casinoTransitions,
				initial: ["prospect"],
				byPeople: { live: ["suspended", "closed"], suspended: ["live", "closed"], prospect: ["closed"] },
				hint: "Provisioning does that.",
			}),
			refuseUnseenCompany,
		],
		afterChange: [keepCompanyInAgreement, tellProductOfCasino],
	},
	fields: [
		{ name: "name", type: "text", required: true, index: true, maxLength: 200 },
		{
			name: "slug",
			type: "text",
			unique: true,
			index: true,
			maxLength: 80,
			admin: { description: "In addresses. Left empty, it is made from the name.", position: "sidebar" },
		},
		{
			name: "company",
			type: "relationship",
			relationTo: slug.companies,
			index: true,
			admin: { description: "Who signs and pays for it." },
		},
		statusField({ values: casinoStatuses, defaultValue: "prospect" }),
		statusReasonField("Needed to suspend or close."),
		{
			...statusField({
				name: "paymentStanding",
				label: "Payment",
				values: [...casinoStandings],
				labels: { good: "In good standing", failing: "Payment failing", lost: "Dispute lost" },
				defaultValue: "good",
				isReadOnly: true,
			}),
			access: { read: fieldRules("internal").read, ...systemWritten },
		},
		{
			name: "timezone",
			type: "text",
			label: "Time zone",
			required: true,
			defaultValue: "UTC",
			validate: (value: string | null | undefined) =>
				isTimeZone(value) || "Use an IANA time zone, such as Europe/Malta or America/Los_Angeles.",
			admin: {
				description: "IANA name. Check-ins and due dates are in this zone.",
				components: { Field: "@/admin/fields/TimeZoneField#TimeZoneField" },
			},
		},
		{
			name: "address",
			type: "group",
			fields: [
				{ name: "line1", type: "text", label: "Street", maxLength: 200 },
				{
					type: "row",
					fields: [
						{ name: "postalCode", type: "text", label: "Postal code", maxLength: 20, admin: { width: "25%" } },
						{ name: "city", type: "text", maxLength: 120, admin: { width: "45%" } },
						{ name: "country", type: "text", maxLength: 80, admin: { width: "30%" } },
					],
				},
			],
		},
		{ name: "notes", type: "textarea", maxLength: 10_000, access: fieldRules("internal") },
	],
});
