import type { CollectionConfig } from "payload";
import { apiKeyStrategy } from "@/access/apiKeyStrategy";
import { matrix } from "@/access/matrix";
import { keyOfClient } from "@/hooks/api-clients/keyOfClient";
import { refuseTokens } from "@/hooks/api-clients/refuseTokens";
import { showKeyOnce } from "@/hooks/api-clients/showKeyOnce";
import { askForKeys } from "@/hooks/users/askFreshSignIn";
import { allSlugs, slug } from "@/slugs";
import { casinoField } from "../fields/casinoField";
import { ownedCollection } from "../fields/ownedCollection";

/** A service account: a hashed key, one casino, scopes and an expiry. */
export const ApiClients: CollectionConfig = ownedCollection({
	slug: slug.apiClients,
	labels: { singular: "Service account", plural: "Service accounts" },
	auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
	admin: {
		group: "System",
		useAsTitle: "name",
		defaultColumns: ["name", "casino", "expiresAt", "lastUsedAt"],
		description: "A program's key. It is shown once, when the account is made; only its hash is kept.",
	},
	hooks: { beforeOperation: [refuseTokens], beforeChange: [askForKeys, keyOfClient], afterChange: [showKeyOnce] },
	fields: [
		{ name: "name", type: "text", required: true, maxLength: 200 },
		casinoField(),
		{
			name: "scopes",
			type: "select",
			hasMany: true,
			required: true,
			options: [
				...allSlugs
					.filter((name) => matrix[name].serviceMayRead)
					.map((name) => ({ value: `${name}:read`, label: `Read ${name}` })),
				...allSlugs
					.filter((name) => matrix[name].serviceMayPost)
					.map((name) => ({ value: `${name}:write`, label: `Post ${name}` })),
			],
		},
		{
			name: "holder",
			type: "relationship",
			relationTo: slug.users,
			index: true,
			admin: {
				position: "sidebar",
				description:
					"The person who keeps the key: it stops working when they lose access to this customer. Whoever makes the account, unless another is named.",
			},
		},
		{ name: "expiresAt", type: "date", label: "Expires", required: true, admin: { position: "sidebar" } },
		{
			name: "key",
			type: "text",
			virtual: true,
			access: { create: () => false, update: () => false },
			admin: { readOnly: true, description: "Shown only in the answer that made it. Keep it safe." },
		},
		{
			name: "keyHash",
			type: "text",
			index: true,
			hidden: true,
			access: { read: () => false, create: () => false, update: () => false },
		},
		{
			name: "keyPrefix",
			type: "text",
			label: "Key begins with",
			access: { create: () => false, update: () => false },
			admin: { readOnly: true },
		},
		{
			name: "lastUsedAt",
			type: "date",
			label: "Last used",
			access: { create: () => false, update: () => false },
			admin: { readOnly: true, position: "sidebar" },
		},
	],
});
