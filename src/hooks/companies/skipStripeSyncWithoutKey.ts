import type { CollectionBeforeValidateHook } from "payload";
import { env } from "@/env";

/**
 * Runs before the plugin's own hook: with no key there is nobody to call, and under test the plugin
 * would write a made-up customer id.
 */
export const skipStripeSyncWithoutKey: CollectionBeforeValidateHook = ({ data }) => {
	if (!data) return data;
	return env().STRIPE_SECRET_KEY ? data : { ...data, skipSync: true };
};
