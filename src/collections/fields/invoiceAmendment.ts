import type { Field } from "payload";
import { fieldRules, systemWritten } from "@/access/scope";
import { slug } from "@/slugs";
import { moneyField } from "./moneyField";

const internal = fieldRules("internal").read;
const isAmendment = (data: { amends?: unknown } | undefined) => Boolean(data?.amends);

const person = (name: string, label: string): Field => ({
	name,
	type: "relationship",
	label,
	relationTo: slug.users,
	access: { ...systemWritten, read: internal },
	admin: { readOnly: true, width: "50%", condition: isAmendment },
});

const credit = moneyField({ name: "credit", label: "Credit", isSystemWritten: true });

/** An invoice that changes another: the difference to pay, or what is credited. Written by the amendment alone. */
export const invoiceAmendment: Field[] = [
	{
		name: "amends",
		type: "relationship",
		relationTo: slug.invoices,
		index: true,
		access: systemWritten,
		admin: {
			position: "sidebar",
			readOnly: true,
			description: "The invoice this one changes.",
			condition: isAmendment,
		},
	},
	{ ...credit, admin: { ...credit.admin, condition: isAmendment } },
	{
		name: "amendReason",
		type: "textarea",
		label: "Reason for the amendment",
		access: { ...systemWritten, read: internal },
		admin: { readOnly: true, condition: isAmendment },
	},
	{ type: "row", fields: [person("amendedBy", "Amended by"), person("amendmentApprovedBy", "Approved by")] },
];
