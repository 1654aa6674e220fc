import type { CollectionConfig } from "payload";
import { customerRoles } from "@/access/roles";
import { systemWritten } from "@/access/scope";
import { inviteStatuses } from "@/domain/inviteStatus";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { completeInvite } from "@/hooks/staff-invites/completeInvite";
import { sendInvite } from "@/hooks/staff-invites/sendInvite";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { emailField } from "../fields/emailField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";

/** An invitation to a casino's tenant. The token is kept as a hash; the link is minted when the mail is sent. */
export const StaffInvites: CollectionConfig = ownedCollection({
	slug: slug.staffInvites,
	labels: { singular: "Invitation", plural: "Invitations" },
	admin: {
		group: "Customers",
		useAsTitle: "email",
		defaultColumns: ["email", "role", "status", "casino", "expiresAt"],
		listSearchableFields: ["email", "name"],
		description: "Who was asked in, and whether they came. Saving a new one sends the mail.",
	},
	defaultSort: "-createdAt",
	hooks: reviewPlanOf({ beforeValidate: [completeInvite], afterChange: [sendInvite] }),
	fields: [
		{
			name: "actions",
			type: "ui",
			admin: { components: { Field: "@/admin/invite/InviteActions#InviteActions" } },
		},
		casinoField(),
		emailField({ name: "email", required: true, index: true, isPerson: true }),
		{ name: "name", type: "text", maxLength: 200 },
		{
			name: "role",
			type: "select",
			required: true,
			defaultValue: "casino_admin",
			options: customerRoles.map((role) => ({ value: role, label: wordsOf(role) })),
		},
		statusField({ values: inviteStatuses, defaultValue: "pending", isReadOnly: true, access: systemWritten }),
		{
			name: "expiresAt",
			type: "date",
			label: "Expires",
			required: true,
			index: true,
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
		{
			name: "acceptedAt",
			type: "date",
			label: "Accepted",
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
		{
			name: "acceptedBy",
			type: "relationship",
			label: "Accepted by",
			relationTo: slug.users,
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
		{
			name: "invitedBy",
			type: "relationship",
			label: "Invited by",
			relationTo: slug.users,
			access: systemWritten,
			admin: { readOnly: true, position: "sidebar" },
		},
		{
			name: "isLinkMailed",
			type: "checkbox",
			defaultValue: false,
			hidden: true,
			access: { read: () => false, create: () => false, update: () => false },
		},
		{
			name: "tokenHash",
			type: "text",
			index: true,
			hidden: true,
			access: { read: () => false, create: () => false, update: () => false },
		},
	],
});
