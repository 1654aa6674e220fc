import type { CollectionConfig } from "payload";
import { customerRoles } from "@/access/roles";
import { systemWritten } from "@/access/scope";
import { staffMovesByPeople, staffStatuses, staffTransitions } from "@/domain/staffStatus";
import { reviewPlanOf } from "@/hooks/plan/reviewPlanOf";
import { checkStaffGrant, followStaffStatus } from "@/hooks/staff/followStaff";
import { guardStatus } from "@/hooks/status/guardStatus";
import { tellProduct, tellProductOfDeletion } from "@/hooks/tenancy/tellProduct";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { emailField } from "../fields/emailField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField, wordsOf } from "../fields/statusField";

/** Who works at a casino, and in which role. Bound to an account when they accept their invitation. */
export const Staff: CollectionConfig = ownedCollection({
	slug: slug.staff,
	labels: { singular: "Staff member", plural: "Staff" },
	admin: {
		group: "Customers",
		useAsTitle: "name",
		defaultColumns: ["name", "email", "role", "status", "casino"],
		listSearchableFields: ["name", "email"],
		description: "The customer's people, by casino and role.",
	},
	indexes: [{ fields: ["casino", "email"], unique: true }],
	hooks: reviewPlanOf({
		beforeChange: [
			guardStatus({
				noun: "staff member",
				table: staffTransitions,
				initial: ["invited", "active"],
				byPeople: staffMovesByPeople,
				hint: "They accept their invitation.",
			}),
			checkStaffGrant,
		],
		afterChange: [followStaffStatus, tellProduct("name", "email", "role", "status", "user")],
		afterDelete: [tellProductOfDeletion],
	}),
	fields: [
		casinoField(),
		{ name: "name", type: "text", required: true, maxLength: 200 },
		emailField({ name: "email", required: true, index: true, isPerson: true }),
		{
			name: "role",
			type: "select",
			required: true,
			options: customerRoles.map((role) => ({ value: role, label: wordsOf(role) })),
		},
		statusField({
			values: staffStatuses,
			defaultValue: "invited",
			description: "Disabled: their access to this customer ends at once. Active or invited: they get it back.",
		}),
		{
			name: "suspendedRoles",
			type: "json",
			hidden: true,
			access: { read: () => false, create: () => false, update: () => false },
		},
		{ name: "user", type: "relationship", relationTo: slug.users, access: systemWritten, admin: { readOnly: true } },
		{
			name: "productRole",
			type: "text",
			label: "Role in the product",
			access: systemWritten,
			admin: { readOnly: true, description: "As the product knew it when the roster was last compared." },
		},
		{
			name: "productStaffId",
			type: "text",
			label: "Id in the product",
			access: systemWritten,
			admin: { readOnly: true, description: "Set when the product has bound this person to their account." },
		},
	],
});
