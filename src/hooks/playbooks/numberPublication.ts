import type { CollectionBeforeChangeHook } from "payload";
import { preparePublication } from "@/operations/playbooks/preparePublication";

/** A draft may be unfinished; what is published must be right, and gets its number. */
export const numberPublication: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
	if (data._status !== "published") return data;
	const form = { ...originalDoc, ...data };
	const playbookId = originalDoc?.id ?? null;
	return { ...data, latestVersion: await preparePublication({ req, playbookId, form }) };
};
