import type { GlobalConfig } from "payload";
import { actorOf } from "@/access/actorOf";
import { askForLimits } from "@/hooks/users/askFreshSignIn";
import { globalSlug } from "@/slugs";
import { emailField } from "../fields/emailField";

/** What the vendor decides for the whole installation. */
export const Settings: GlobalConfig = {
	slug: globalSlug.settings,
	label: "Settings",
	admin: { group: "System", description: "For the whole installation. Connectors are set by environment variables." },
	lockDocuments: false,
	hooks: { beforeChange: [askForLimits] },
	access: {
		read: ({ req }) => {
			const actor = actorOf(req);
			return actor.kind === "person" && actor.vendorRole !== null;
		},
		readVersions: () => false,
		update: ({ req }) => {
			const actor = actorOf(req);
			return actor.kind === "person" && actor.vendorRole === "admin";
		},
	},
	fields: [
		{
			name: "vendorName",
			type: "text",
			label: "Vendor",
			required: true,
			defaultValue: "Keyturn",
			maxLength: 120,
			admin: { description: "Who customers deal with; in mails and on their pages." },
		},
		emailField({
			name: "supportEmail",
			label: "Support e-mail",
			admin: { description: "Whom a customer asks. Stands in every mail." },
		}),
		{ name: "supportPhone", type: "text", label: "Support phone", maxLength: 60 },
		{
			name: "healthHours",
			type: "number",
			label: "Hours to acknowledge yellow or red health",
			required: true,
			defaultValue: 24,
			min: 1,
			max: 720,
			admin: { description: "Longer than that without a manager's word, it becomes a risk." },
		},
		{
			name: "purchaseOrders",
			type: "group",
			label: "Approvals and purchase orders",
			fields: [
				{
					name: "secondApproverAbove",
					type: "number",
					label: "Two persons above",
					required: true,
					defaultValue: 5_000_000,
					min: 0,
					admin: {
						description:
							"In minor units (cents): purchase orders, payments by hand, released payments and lowered invoices above it take two persons. A raised limit does not hold for whoever raised it until another administrator changes it.",
					},
				},
				{
					name: "currency",
					type: "text",
					required: true,
					defaultValue: "usd",
					minLength: 3,
					maxLength: 3,
					admin: { description: "Of that limit. An amount in another currency takes two persons." },
				},
				{
					name: "validDays",
					type: "number",
					label: "Valid for (days)",
					required: true,
					defaultValue: 90,
					min: 1,
					max: 730,
					admin: { description: "How long an approval holds unless said otherwise." },
				},
			],
		},
		{
			name: "accounts",
			type: "group",
			fields: [
				{
					name: "pairAfterHours",
					type: "number",
					label: "Hours before a new account counts as a second person",
					required: true,
					defaultValue: 24,
					min: 0,
					max: 720,
					admin: {
						description:
							"Counted from when its owner proved the address. Before, it is no second person for whoever created it.",
					},
				},
			],
		},
		{
			name: "invites",
			type: "group",
			label: "Invitations",
			fields: [
				{
					name: "validDays",
					type: "number",
					label: "Valid for (days)",
					required: true,
					defaultValue: 7,
					min: 1,
					max: 60,
				},
			],
		},
		{
			name: "samples",
			type: "ui",
			admin: { components: { Field: "@/admin/settings/SampleData#SampleData" } },
		},
	],
};
