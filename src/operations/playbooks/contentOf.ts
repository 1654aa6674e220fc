import { type Condition, type PlaybookContent, type PlaybookItem, showableKinds } from "@/domain/playbook/content";
import { completeWords, type PlaybookWords } from "@/domain/playbook/words";
import type { Playbook } from "@/payload-types";

type Phase = NonNullable<Playbook["phases"]>[number];
type FormItem = NonNullable<Phase["items"]>[number];

/** What a playbook's form says, as the content that is published: the form lays some of it flat and gives rows ids. */
export function contentOf(form: Partial<Playbook>): PlaybookContent {
	return {
		key: form.key ?? "",
		name: form.name ?? "",
		summary: form.summary ?? "",
		goLivePhase: form.goLivePhase ?? "",
		...contractsOf(form),
		words: wordsIn(form.words),
		phases: (form.phases ?? []).map((phase) => ({
			key: phase.key,
			name: phase.name,
			goal: phase.goal,
			items: (phase.items ?? []).map(itemOf),
		})),
		definitionOfDone: (form.definitionOfDone ?? []).map(({ line, criteria, items }) => ({
			line,
			criteria: criteria ?? [],
			items: items ?? [],
		})),
	};
}

/** A list that is left empty is none: the rule of versions that were published without one holds. */
function contractsOf({ contracts }: Partial<Playbook>): Pick<PlaybookContent, "contracts"> {
	if (!contracts?.length) return {};
	return { contracts: contracts.map(({ type, condition }) => ({ type, condition: conditionOf(condition) })) };
}

function itemOf(item: FormItem): PlaybookItem {
	const { due } = item;
	return {
		key: item.key,
		title: item.title,
		guidance: item.guidance || null,
		kind: item.kind,
		owner: item.owner,
		isVisibleToCustomer: item.visibleToCustomer ?? false,
		raci: {
			responsible: item.responsible,
			accountable: item.accountable ?? null,
			consulted: item.consulted ?? [],
			informed: item.informed ?? [],
		},
		evidence: item.evidence,
		due: due?.from
			? {
					from: due.from,
					item: due.from === "item" ? (due.item ?? null) : null,
					days: due.days ?? 0,
					unit: due.unit ?? "calendar_days",
				}
			: null,
		after: item.after ?? [],
		condition: conditionOf(item.condition),
		// A field that the form hides keeps what was once typed into it.
		automation: item.kind === "automation" ? (item.automation ?? null) : null,
		criterion: showableKinds.some((kind) => kind === item.kind) ? (item.criterion ?? null) : null,
		choices: item.kind === "decision" ? (item.choices ?? []) : [],
		isTimed: item.isTimed ?? false,
	};
}

/** What is left empty has the default. */
function wordsIn(form: Playbook["words"]): PlaybookWords {
	const { tenant, tenants, welcome, firstSteps, checkIns, announcement } = form ?? {};
	return completeWords({
		tenant: tenant?.trim(),
		tenants: tenants?.trim(),
		welcome: welcome?.trim(),
		firstSteps: firstSteps?.map(({ text }) => text),
		checkIns: checkIns?.map(({ day, text }) => ({ day, text })),
		announcement: { subject: announcement?.subject?.trim(), text: announcement?.text?.trim() },
	});
}

const conditionOf = (condition: FormItem["condition"]): Condition | null =>
	condition?.on
		? {
				on: condition.on,
				item: condition.on === "decision" ? (condition.item ?? null) : null,
				isOneOf: condition.isOneOf ?? [],
			}
		: null;
