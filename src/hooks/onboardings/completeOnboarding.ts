import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isRecordId } from "@/domain/isRecordId";
import { readOpening } from "@/operations/plan/readOpening";

/**
 * A new onboarding without a company takes its casino's, one without a title takes the casino's name, and each is bound to
 * the newest published version of its playbook until a newer one is applied.
 */
export const completeOnboarding: CollectionBeforeValidateHook = async ({ collection, data, operation, req }) => {
	const casino = idOf(data?.casino);
	if (!data || operation !== "create" || casino === null || !isRecordId(casino)) return data;
	const asked = idOf(data.playbook);
	const { playbook, ...opening } = await readOpening({ req, casinoId: casino, playbookId: asked });
	if (!playbook) {
		const message = asked
			? "This playbook has no published version. Publish it first."
			: "There is no published casino floor playbook. Publish one, or choose another.";
		throw new ValidationError({ collection: collection.slug, errors: [{ path: "playbook", message }], req });
	}
	return {
		...data,
		title: data.title || opening.name,
		company: data.company || opening.companyId,
		playbook: playbook.id,
		playbookVersion: playbook.version,
	};
};
