import type { CollectionBeforeChangeHook } from "payload";
import { preparePublication } from "@/operations/playbooks/preparePublication";

/** A draft may be unfinished; what is published must be right, and gets its number. */
export const numberPublication: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
	// What is restored as a draft bears its earlier status until the end; that it is one, only the address says.
	const isRestoredDraft = req.context.isRestoringVersion && req.query.draft === true;
	if (data._status !== "published" || isRestoredDraft) return data;
	const form = { ...originalDoc, ...data };
	const playbookId = originalDoc?.id ?? null;
	return { ...data, latestVersion: await preparePublication({ req, playbookId, form }) };
};
