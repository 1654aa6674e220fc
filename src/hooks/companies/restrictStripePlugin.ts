import type {
	CollectionBeforeChangeHook,
	CollectionBeforeValidateHook,
	CollectionConfig,
	Config,
	Field,
	Plugin,
} from "payload";
import { fieldRules } from "@/access/scope";
import { slug } from "@/slugs";

/**
 * The Stripe plugin, kept to its fields and the link in the admin panel.
 *
 * Its hooks call Stripe inside the database transaction, so it is always told to skip: a job after the commit tells Stripe
 * of a company. Under test it writes a made-up customer id even then, so the id that was meant is put back. Deleting a
 * company must not delete the customer, and its history, at Stripe: the plugin's deleting hook, the last one, is taken
 * away again.
 */
export function restrictStripePlugin(plugin: Plugin): Plugin {
	return async (config) => {
		const prepared = await plugin(onCompanies(config, prepare));
		return onCompanies(prepared, (companies) => ({
			...companies,
			fields: companies.fields.map(openCustomerId),
			hooks: { ...companies.hooks, afterDelete: companies.hooks?.afterDelete?.slice(0, -1) },
		}));
	};
}

/** Settlement looks companies up by it; a wrong link is put right by hand. */
function openCustomerId(field: Field): Field {
	if (!("name" in field) || field.name !== "stripeID" || field.type !== "text") return field;
	const description =
		"The customer at Stripe. It comes with the first payment; correct it here when it is the wrong one.";
	return {
		...field,
		label: "Stripe customer",
		index: true,
		access: fieldRules("paymentIds"),
		saveToJWT: false,
		admin: { ...field.admin, readOnly: false, description },
	};
}

function onCompanies(config: Config, change: (companies: CollectionConfig) => CollectionConfig): Config {
	const collections = config.collections?.map((one) => (one.slug === slug.companies ? change(one) : one));
	return { ...config, collections };
}

function prepare(companies: CollectionConfig): CollectionConfig {
	const { hooks = {} } = companies;
	return {
		...companies,
		hooks: {
			...hooks,
			beforeValidate: [...(hooks.beforeValidate ?? []), skipSync],
			beforeChange: [restoreMeantId, ...(hooks.beforeChange ?? [])],
		},
	};
}

/** Set at every write: the field that the plugin keeps comes back with every later save of a form. */
const skipSync: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
	if (!data) return data;
	req.context.meantStripeId = { value: (data.stripeID === undefined ? originalDoc?.stripeID : data.stripeID) ?? null };
	return { ...data, skipSync: true };
};

const restoreMeantId: CollectionBeforeChangeHook = ({ data, req }) => {
	const meant = req.context.meantStripeId as { value: string | null } | undefined;
	delete req.context.meantStripeId;
	return meant ? { ...data, stripeID: meant.value } : data;
};
