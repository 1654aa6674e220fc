import { objectOfFact } from "./findMentions";
import { invoiceTable, type ObjectEffect, type ObjectState, objectEffects } from "./invoiceTable";
import type { PaymentFact } from "./paymentFact";
import { rowOf } from "./rowOf";

/** An invoice or payment page at the provider, from all that was said about it. */
export type FoldedObject = {
	/** The provider's id; the empty text where events named none. */
	ref: string;
	/** Whether it is an invoice; a payment page is none. */
	isInvoice: boolean;
	state: ObjectState;
	/** Withdrawn by a person here: nothing the provider says brings it back. */
	isWithdrawn: boolean;
	/** When it was last issued or paid, ISO 8601; null when neither was told. */
	activeAt: string | null;
	/** When it was voided or withdrawn, ISO 8601. */
	voidedAt: string | null;
	/** When the last attempt to pay it failed; null again once money came. */
	failedAt: string | null;
	hostedUrl: string | null;
	dueAt: string | null;
	number: string | null;
};

const table: Readonly<Record<string, Readonly<Record<ObjectState, ObjectEffect>>>> = invoiceTable;

/** The provider's objects of one invoice, and what each event did to its own, in words. */
export function foldObjects(facts: readonly PaymentFact[]): { objects: FoldedObject[]; effects: Map<string, string> } {
	const objects = new Map<string, FoldedObject>();
	const effects = new Map<string, string>();
	for (const fact of facts) {
		const row = table[rowOf(fact)];
		if (!row) continue;
		const ref = objectOfFact(fact);
		const object = objects.get(ref) ?? newObject(ref, fact.invoiceRef !== null);
		const effect = row[object.state];
		effects.set(fact.eventId, objectEffects[effect]);
		objects.set(ref, { ...refresh(object, fact), ...changes[effect](object, fact) });
	}
	return { objects: [...objects.values()], effects };
}

/** An object of which nothing is known but that it is there. */
export function newObject(ref: string, isInvoice: boolean): FoldedObject {
	return {
		ref,
		isInvoice,
		state: "unseen",
		isWithdrawn: false,
		activeAt: null,
		voidedAt: null,
		failedAt: null,
		hostedUrl: null,
		dueAt: null,
		number: null,
	};
}

/** Taken whatever the effect: otherwise a late event could make the fold forget what an early one had taught the row. */
function refresh(object: FoldedObject, { hostedUrl, dueAt, providerNumber }: PaymentFact): FoldedObject {
	return {
		...object,
		hostedUrl: hostedUrl ?? object.hostedUrl,
		dueAt: dueAt ?? object.dueAt,
		number: providerNumber ?? object.number,
	};
}

type Change = (object: FoldedObject, fact: PaymentFact) => Partial<FoldedObject>;

const changes: Record<ObjectEffect, Change> = {
	none: () => ({}),
	refresh: () => ({}),
	issue: (_, { occurredAt }) => ({ state: "open", activeAt: occurredAt }),
	part: ({ state }, { occurredAt }) => ({
		state: state === "unseen" ? "open" : state,
		activeAt: occurredAt,
		failedAt: null,
	}),
	pay: (_, { occurredAt }) => ({ state: "paid", activeAt: occurredAt, failedAt: null }),
	fail: (_, { occurredAt }) => ({ failedAt: occurredAt }),
	give_up: () => ({ state: "uncollectible" }),
	void: (_, { occurredAt }) => ({ state: "void", voidedAt: occurredAt, failedAt: null }),
	withdraw: (_, { occurredAt }) => ({ state: "void", isWithdrawn: true, voidedAt: occurredAt, failedAt: null }),
};

/** The object that speaks for the invoice: the last issued or paid of those that still stand, else the last of all. */
export function findCurrent(objects: readonly FoldedObject[]): FoldedObject | null {
	const standing = objects.filter(({ state }) => state !== "void" && state !== "uncollectible");
	return (standing.length > 0 ? standing : objects).toSorted(byActivity).at(-1) ?? null;
}

function byActivity(a: FoldedObject, b: FoldedObject): number {
	const time = ({ activeAt }: FoldedObject) => (activeAt === null ? 0 : Date.parse(activeAt));
	return time(a) - time(b) || Number(a.isInvoice) - Number(b.isInvoice) || (a.ref < b.ref ? -1 : 1);
}
