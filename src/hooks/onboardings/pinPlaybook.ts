import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { choosePlaybook } from "@/operations/playbooks/choosePlaybook";
import { isRecordId } from "@/operations/tenancy/isRecordId";

/** A new onboarding is bound to the newest published version of its playbook, and stays there until a newer one is applied. */
export const pinPlaybook: CollectionBeforeValidateHook = async ({ collection, data, operation, req }) => {
	if (!data || operation !== "create") return data;
	const asked = idOf(data.playbook);
	const chosen = asked === null || isRecordId(asked) ? await choosePlaybook({ req, playbookId: asked }) : null;
	if (chosen) return { ...data, playbook: chosen.playbookId, playbookVersion: chosen.version };
	const message = asked
		? "This playbook has no published version. Publish it first."
		: "There is no published casino floor playbook. Publish one, or choose another.";
	throw new ValidationError({ collection: collection.slug, errors: [{ path: "playbook", message }], req });
};
