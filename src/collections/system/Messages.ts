import type { CollectionConfig } from "payload";
import { messageStatuses } from "@/domain/messageStatus";
import { slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { emailField } from "../fields/emailField";
import { ownedCollection } from "../fields/ownedCollection";
import { statusField } from "../fields/statusField";

/** Every mail sent or held, readable here as it went out, with the secret link left out. */
export const Messages: CollectionConfig = ownedCollection({
	slug: slug.messages,
	labels: { singular: "Message", plural: "Messages" },
	admin: {
		group: "System",
		useAsTitle: "subject",
		defaultColumns: ["subject", "to", "template", "status", "casino", "sentAt"],
		listSearchableFields: ["subject", "to", "template"],
		description:
			"Every mail, sent or held. Without a mail server messages are held here and can be read and passed on.",
	},
	defaultSort: "-createdAt",
	fields: [
		{ name: "preview", type: "ui", admin: { components: { Field: "@/admin/message/MessagePreview#MessagePreview" } } },
		emailField({ name: "to", required: true, index: true }),
		{ name: "subject", type: "text", required: true },
		{ name: "template", type: "text", required: true, index: true },
		{
			name: "data",
			type: "json",
			required: true,
			admin: {
				description: "What the template was filled with. No secrets.",
				components: { Field: "@/admin/fields/JsonView#JsonView" },
			},
		},
		statusField({ values: messageStatuses, defaultValue: "queued", isReadOnly: true }),
		casinoField({ isRequired: false, description: "Whom it concerns." }),
		{
			name: "key",
			type: "text",
			unique: true,
			index: true,
			admin: { position: "sidebar", description: "The same thing is never mailed twice." },
		},
		{ name: "invite", type: "relationship", relationTo: slug.staffInvites, index: true },
		{ name: "attempts", type: "number", defaultValue: 0, admin: { description: "Counted when a try begins." } },
		{ name: "claim", type: "text", hidden: true, access: { read: () => false } },
		{ name: "leaseUntil", type: "date", hidden: true, access: { read: () => false } },
		{ name: "error", type: "textarea" },
		{ name: "sentAt", type: "date", label: "Sent", index: true, admin: { position: "sidebar" } },
	],
});
