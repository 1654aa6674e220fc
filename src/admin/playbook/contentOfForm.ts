import type { PlaybookContent } from "@/domain/playbook/content";
import { contentOf } from "@/operations/playbooks/contentOf";
import type { Playbook } from "@/payload-types";

/** What a form says as it stands in the browser, where an empty list is the number of its rows. */
export function contentOfForm(form: Partial<Playbook>): PlaybookContent {
	const phases = listOf(form.phases).map((phase) => ({ ...phase, items: listOf(phase.items) }));
	const { words } = form;
	return contentOf({
		...form,
		words: words && { ...words, firstSteps: listOf(words.firstSteps), checkIns: listOf(words.checkIns) },
		phases,
		definitionOfDone: listOf(form.definitionOfDone),
	});
}

const listOf = <Row>(rows: Row[] | null | undefined): Row[] => (Array.isArray(rows) ? rows : []);
