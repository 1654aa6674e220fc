import type { PlaybookContent, PlaybookItem, PlaybookPhase } from "./content";
import { findMoved } from "./findMoved";
import { isSameValue } from "./isSameValue";
import { type ItemPlace, placesOf } from "./placesOf";

export type FieldChange = { field: string; before: unknown; after: unknown };

export type ItemRef = { key: string; phase: string; title: string };
export type PhaseRef = { key: string; name: string };

export type PlaybookDifference = {
	added: ItemRef[];
	removed: ItemRef[];
	/** Named as they are afterwards. `phase` and `position`, counted from 1 in the phase, are fields as well. */
	changed: (ItemRef & { fields: FieldChange[] })[];
	phases: { added: PhaseRef[]; removed: PhaseRef[]; changed: (PhaseRef & { fields: FieldChange[] })[] };
	/** Of the playbook itself: its name, summary, go-live phase, words, needed contracts and definition of done. */
	fields: FieldChange[];
};

type Fields<T> = Readonly<Record<string, (it: T) => unknown>>;

/** Lists whose order says nothing are compared in one order. */
const asSet = (values: readonly string[]) => [...new Set(values)].sort();

const itemFields: Fields<PlaybookItem> = {
	title: ({ title }) => title,
	guidance: ({ guidance }) => guidance,
	kind: ({ kind }) => kind,
	owner: ({ owner }) => owner,
	isVisibleToCustomer: ({ isVisibleToCustomer }) => isVisibleToCustomer,
	responsible: ({ raci }) => raci.responsible,
	accountable: ({ raci }) => raci.accountable,
	consulted: ({ raci }) => asSet(raci.consulted),
	informed: ({ raci }) => asSet(raci.informed),
	evidence: ({ evidence }) => evidence,
	due: ({ due }) => due,
	after: ({ after }) => asSet(after),
	condition: ({ condition }) => condition && { ...condition, isOneOf: asSet(condition.isOneOf) },
	automation: ({ automation }) => automation,
	criterion: ({ criterion }) => criterion,
	choices: ({ choices }) => choices,
	isTimed: ({ isTimed }) => isTimed,
};
const phaseFields: Fields<PlaybookPhase> = { name: ({ name }) => name, goal: ({ goal }) => goal };
const playbookFields: Fields<PlaybookContent> = {
	name: ({ name }) => name,
	summary: ({ summary }) => summary,
	goLivePhase: ({ goLivePhase }) => goLivePhase,
	contracts: ({ contracts }) =>
		contracts?.map(({ type, condition }) => ({ type, condition })).toSorted((a, b) => a.type.localeCompare(b.type)) ??
		null,
	tenant: ({ words }) => words.tenant,
	tenants: ({ words }) => words.tenants,
	welcome: ({ words }) => words.welcome,
	firstSteps: ({ words }) => words.firstSteps,
	checkIns: ({ words }) => words.checkIns,
	announcementSubject: ({ words }) => words.announcement.subject,
	announcementText: ({ words }) => words.announcement.text,
	definitionOfDone: ({ definitionOfDone }) => definitionOfDone ?? [],
};

/**
 * What two versions of a playbook say differently, bound by the keys of phases and items. What moved is what stands in
 * another order to the rest, in its phase: not what others made room for or were put before. Compared the other way
 * round, the same is said with before and after exchanged.
 */
export function comparePlaybooks(before: PlaybookContent, after: PlaybookContent): PlaybookDifference {
	const [old, now] = [placesOf(before), placesOf(after)];
	const [oldPhases, phases] = [byKey(before.phases), byKey(after.phases)];
	const movedPhases = findMoved([...oldPhases.keys()], [...phases.keys()]);
	const movedItems = new Set(
		[...phases.keys()].flatMap((phase) => [...findMoved(keysIn(old, phase), keysIn(now, phase))]),
	);
	return {
		added: onlyIn(now, old).map(itemRef),
		removed: onlyIn(old, now).map(itemRef),
		changed: [...now.values()].flatMap((place) => {
			const was = old.get(place.item.key);
			if (!was) return [];
			const fields = [...placeChanges(was, place, movedItems), ...fieldChanges(itemFields, was.item, place.item)];
			return fields.length > 0 ? [{ ...itemRef(place), fields }] : [];
		}),
		phases: {
			added: onlyIn(phases, oldPhases).map(phaseRef),
			removed: onlyIn(oldPhases, phases).map(phaseRef),
			changed: [...phases.values()].flatMap((phase) => {
				const was = oldPhases.get(phase.key);
				if (!was) return [];
				const position = (all: ReadonlyMap<string, unknown>) => [...all.keys()].indexOf(phase.key) + 1;
				const fields = [
					...(movedPhases.has(phase.key)
						? [{ field: "position", before: position(oldPhases), after: position(phases) }]
						: []),
					...fieldChanges(phaseFields, was, phase),
				];
				return fields.length > 0 ? [{ ...phaseRef(phase), fields }] : [];
			}),
		},
		fields: fieldChanges(playbookFields, before, after),
	};
}

function placeChanges(before: ItemPlace, after: ItemPlace, moved: ReadonlySet<string>): FieldChange[] {
	if (before.phase !== after.phase) return [{ field: "phase", before: before.phase, after: after.phase }];
	return moved.has(after.item.key) ? [{ field: "position", before: before.inPhase, after: after.inPhase }] : [];
}

function fieldChanges<T>(fields: Fields<T>, before: T, after: T): FieldChange[] {
	return Object.entries(fields)
		.map(([field, read]) => ({ field, before: read(before), after: read(after) }))
		.filter((change) => !isSameValue(change.before, change.after));
}

const byKey = (phases: readonly PlaybookPhase[]) => new Map(phases.map((phase) => [phase.key, phase]));
const keysIn = (places: ReadonlyMap<string, ItemPlace>, phase: string) =>
	[...places].filter(([, place]) => place.phase === phase).map(([key]) => key);
const onlyIn = <T>(these: ReadonlyMap<string, T>, those: ReadonlyMap<string, T>) =>
	[...these].filter(([key]) => !those.has(key)).map(([, value]) => value);
const itemRef = ({ item, phase }: ItemPlace): ItemRef => ({ key: item.key, phase, title: item.title });
const phaseRef = ({ key, name }: PlaybookPhase): PhaseRef => ({ key, name });
