import { type PayloadRequest, ValidationError } from "payload";
import { findPlaybookFaults } from "@/domain/playbook/findPlaybookFaults";
import type { Playbook } from "@/payload-types";
import { slug } from "@/slugs";
import { contentOf } from "./contentOf";
import { findRelease } from "./findRelease";
import { hashContent } from "./hashContent";
import { registers } from "./registers";

/**
 * The number that a playbook's publication will have: the newest one's while it says the same, else the next.
 * @throws ValidationError at every place that is wrong: a cycle, an unknown name, a criterion nothing can satisfy
 */
export async function preparePublication(input: {
	req: PayloadRequest;
	playbookId: string | null;
	form: Partial<Playbook>;
}): Promise<number> {
	const { req, playbookId, form } = input;
	const content = contentOf(form);
	const errors = findPlaybookFaults(content, registers);
	if (errors.length > 0) throw new ValidationError({ collection: slug.playbooks, errors, req });
	const newest = playbookId ? await findRelease({ req, playbookId }) : null;
	if (!newest) return 1;
	return newest.hash === hashContent(content) ? newest.version : newest.version + 1;
}
