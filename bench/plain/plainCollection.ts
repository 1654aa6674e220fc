import type { CollectionConfig, Field, FieldAccess, PayloadRequest, Where } from "payload";

/** A customer's finance contact, as an access rule sees them, asking about a row of their casino. */
const reader = {
	req: {
		user: { collection: "users", id: "reader", memberships: [{ casino: "theirs", roles: ["finance_contact"] }] },
	} as unknown as PayloadRequest,
	doc: { casino: "theirs" },
};

const vendorsOnly: FieldAccess = ({ req }) => Boolean(req.user && "vendorRole" in req.user && req.user.vendorRole);

/** Whether our own rule hides the field from the reader: then the plain collection must, for the same answer. */
function isHidden(field: Field): boolean {
	const read = "access" in field ? field.access?.read : undefined;
	return read !== undefined && read(reader as never) === false;
}

/** The same fields, types, relations and options; no hooks, indexes, components or rules of ours. */
function plainFields(fields: readonly Field[]): Field[] {
	return fields
		.filter((field) => field.type !== "ui" && field.type !== "join")
		.filter((field) => !("name" in field && field.name === "email"))
		.map((field) => {
			const { access: _a, admin: _b, hooks: _c, index: _d, validate: _e, ...rest } = field as Record<string, unknown>;
			const inner = Array.isArray(rest.fields) ? { fields: plainFields(rest.fields as Field[]) } : {};
			return { ...rest, ...inner, ...(isHidden(field) ? { access: { read: vendorsOnly } } : {}) } as Field;
		});
}

/** One of our collections as somebody would write it who has only Payload's documentation. */
export function plainCollection(config: CollectionConfig): CollectionConfig {
	const hasCasino = config.fields.some((field) => "name" in field && field.name === "casino");
	return {
		slug: config.slug,
		...(config.auth ? { auth: true } : {}),
		defaultSort: config.defaultSort,
		access: {
			read: ({ req: { user } }): boolean | Where => {
				if (!user) return false;
				if ("vendorRole" in user && user.vendorRole) return true;
				const memberships = (user as { memberships?: { casino: string | { id: string } }[] }).memberships ?? [];
				const casinos = memberships.map(({ casino }) => (typeof casino === "string" ? casino : casino.id));
				if (hasCasino) return { casino: { in: casinos } };
				return config.slug === "casinos" ? { id: { in: casinos } } : true;
			},
		},
		fields: plainFields(config.fields),
	};
}
