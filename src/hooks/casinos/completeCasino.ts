import type { CollectionBeforeValidateHook } from "payload";
import { chooseSlug } from "@/operations/casinos/chooseSlug";

/** A casino without a slug gets one from its name. */
export const completeCasino: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	if (!data || data.slug || originalDoc?.slug || typeof data.name !== "string") return data;
	return { ...data, slug: await chooseSlug({ req, name: data.name }) };
};
