import type { CollectionAfterChangeHook } from "payload";
import { publishPlaybook } from "@/operations/playbooks/publishPlaybook";

/** A published playbook leaves a version that never changes. */
export const keepPublication: CollectionAfterChangeHook = async ({ doc, req }) => {
	await publishPlaybook({ req, playbookId: doc.id });
	return doc;
};
