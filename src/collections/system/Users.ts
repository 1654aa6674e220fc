import type { CollectionConfig, FieldAccess } from "payload";
import { actorOf } from "@/access/actorOf";
import { customerRoles, vendorRoles } from "@/access/roles";
import { fieldRules, systemWritten } from "@/access/scope";
import { idleHours } from "@/domain/sessionLimits";
import { tellProductOfLostMember, tellProductOfMember } from "@/hooks/tenancy/tellProduct";
import { askForDeletion, askForRights } from "@/hooks/users/askFreshSignIn";
import { checkGrants } from "@/hooks/users/checkGrants";
import { checkPassword } from "@/hooks/users/checkPassword";
import { closePayloadReset } from "@/hooks/users/closePayloadReset";
import { dropEndedSessions } from "@/hooks/users/dropEndedSessions";
import { announceDeletion, endDeletedAccess, endLostAccess, mailAccountLink } from "@/hooks/users/followAccess";
import { hideForeignMemberships } from "@/hooks/users/hideForeignMemberships";
import { refuseLastDeletion, refuseLastDemotion } from "@/hooks/users/keepLastAdmin";
import { forgiveSignIn, limitSignIn } from "@/hooks/users/limitSignIn";
import { lockBeforeRefresh, lockBeforeSignOut } from "@/hooks/users/lockOwnAccount";
import { noteSignIn } from "@/hooks/users/noteSignIn";
import { refusePasswords } from "@/hooks/users/refusePasswords";
import { slug } from "@/slugs";
import { emailField } from "../fields/emailField";
import { ownedCollection } from "../fields/ownedCollection";
import { wordsOf } from "../fields/statusField";

const authority = fieldRules("authority");
const membership = fieldRules("membership");

const readByVendor: FieldAccess = ({ req }) => {
	const actor = actorOf(req);
	return actor.kind === "person" && actor.vendorRole !== null;
};

/** People who sign in: the vendor's, by their vendor role, and customers', by their memberships. */
export const Users: CollectionConfig = ownedCollection({
	slug: slug.users,
	labels: { singular: "Person", plural: "People" },
	auth: {
		useSessions: true,
		tokenExpiration: idleHours * 3600,
		// Payload's lock shuts the owner out with whoever guesses; `limitSignIn` counts instead.
		maxLoginAttempts: 0,
		depth: 0,
	},
	access: {
		admin: ({ req }) => {
			const actor = actorOf(req);
			return actor.kind === "person" && actor.vendorRole !== null;
		},
		// Nothing is locked: see `limitSignIn`.
		unlock: () => false,
	},
	admin: {
		group: "System",
		useAsTitle: "name",
		defaultColumns: ["name", "email", "vendorRole", "updatedAt"],
		listSearchableFields: ["name", "email"],
		description: "Who may sign in. Customers' people usually come in through an invitation.",
		components: { views: { edit: { default: { Component: "@/admin/person/PersonEdit#PersonEdit" } } } },
	},
	alwaysSelect: { memberships: true },
	hooks: {
		beforeOperation: [closePayloadReset, limitSignIn, refusePasswords, checkPassword, lockBeforeRefresh],
		afterRead: [hideForeignMemberships, dropEndedSessions],
		beforeChange: [checkGrants, refuseLastDemotion, askForRights],
		afterChange: [mailAccountLink, endLostAccess, tellProductOfMember],
		beforeDelete: [refuseLastDeletion, askForDeletion, endDeletedAccess],
		afterDelete: [announceDeletion, tellProductOfLostMember],
		afterLogin: [forgiveSignIn, noteSignIn],
		afterLogout: [lockBeforeSignOut],
	},
	fields: [
		{
			name: "actions",
			type: "ui",
			admin: { components: { Field: "@/admin/person/PersonActions#PersonActions" } },
		},
		{ name: "name", type: "text", required: true, maxLength: 200 },
		// An address is taken or free: who could change their own would learn who else has an account.
		emailField({
			name: "email",
			required: true,
			unique: true,
			isPerson: true,
			access: { update: membership.update },
		}),
		{
			name: "vendorRole",
			type: "select",
			label: "Vendor role",
			index: true,
			access: { create: authority.create, update: authority.update },
			options: vendorRoles.map((role) => ({ value: role, label: wordsOf(role) })),
			admin: { position: "sidebar", description: "For the vendor's own people. None for a customer's." },
		},
		{
			name: "accessEndsAt",
			type: "date",
			label: "Vendor access ends",
			access: { create: authority.create, update: authority.update },
			admin: { position: "sidebar", description: "From this moment the vendor role counts for nothing." },
		},
		{
			name: "memberships",
			type: "array",
			labels: { singular: "Membership", plural: "Memberships" },
			access: { create: membership.create, update: membership.update },
			admin: { description: "The casinos this person belongs to, and their roles there." },
			fields: [
				{ name: "casino", type: "relationship", relationTo: slug.casinos, required: true, index: true },
				{
					name: "roles",
					type: "select",
					hasMany: true,
					required: true,
					options: customerRoles.map((role) => ({ value: role, label: wordsOf(role) })),
				},
			],
		},
		{
			name: "createdBy",
			type: "relationship",
			label: "Created or invited by",
			relationTo: slug.users,
			access: { ...systemWritten, read: readByVendor },
			admin: {
				readOnly: true,
				position: "sidebar",
				description: "No second person for them until the address is proved and the waiting time is over.",
			},
		},
		{
			name: "addressProvedAt",
			type: "date",
			label: "Address proved",
			access: systemWritten,
			admin: {
				readOnly: true,
				position: "sidebar",
				description: "When its owner first followed a link mailed to this address. Empty: not proved.",
			},
		},
		{
			name: "firstSignInAt",
			type: "date",
			label: "First sign-in",
			access: { create: () => false, update: () => false },
			admin: { readOnly: true, position: "sidebar" },
		},
		{
			name: "lastSignInAt",
			type: "date",
			label: "Last sign-in",
			access: { create: () => false, update: () => false },
			admin: { readOnly: true, position: "sidebar" },
		},
	],
});
