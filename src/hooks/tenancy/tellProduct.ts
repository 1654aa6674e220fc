import { isDeepStrictEqual } from "node:util";
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from "payload";
import { idOf } from "@/access/actorOf";
import { requestFirstSync, requestProductSync } from "@/operations/product/requestProductSync";

/** A field that the sender did not select is not in the answer, and counts as changed: telling the product again does no harm. */
const isChanged = (
	fields: readonly string[],
	doc: Record<string, unknown>,
	previous: Record<string, unknown> | undefined,
) => !previous || fields.some((field) => !isDeepStrictEqual(doc[field], previous[field]));

/**
 * What was changed in these fields of a casino's row is brought to the product. Last among its hooks: the row that says so is
 * locked after all others that the change touches.
 */
export const tellProduct =
	(...fields: string[]): CollectionAfterChangeHook =>
	async ({ doc, previousDoc, operation, req }) => {
		const casinoId = idOf(doc.casino);
		const previous = operation === "create" ? undefined : previousDoc;
		if (casinoId && isChanged(fields, doc, previous)) await requestProductSync({ req, casinoId });
		return doc;
	};

export const tellProductOfDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
	const casinoId = idOf(doc.casino);
	if (casinoId) await requestProductSync({ req, casinoId });
};

/** A casino's name and time zone are the product's too. One that goes live brings along what was entered before. */
export const tellProductOfCasino: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
	if (operation === "create") return doc;
	if (doc.status === "live" && previousDoc.status === "provisioning") await requestFirstSync({ req, casinoId: doc.id });
	else if (isChanged(["name", "timezone"], doc, previousDoc)) await requestProductSync({ req, casinoId: doc.id });
	return doc;
};

type Membership = { casino?: unknown; roles?: unknown };

const casinosOf = (memberships: readonly Membership[] | null | undefined) =>
	new Set((memberships ?? []).flatMap(({ casino }) => idOf(casino) ?? []));

/** Who belongs to a casino no longer may not work in its product either; who belongs to it again may. */
export const tellProductOfMember: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const [now, before] = [casinosOf(doc.memberships), casinosOf(previousDoc?.memberships)];
	for (const casinoId of [...now.symmetricDifference(before)].sort()) await requestProductSync({ req, casinoId });
	return doc;
};

export const tellProductOfLostMember: CollectionAfterDeleteHook = async ({ doc, req }) => {
	for (const casinoId of [...casinosOf(doc.memberships)].sort()) await requestProductSync({ req, casinoId });
};

type Freeze = { from?: string | null; until?: string | null } | null | undefined;

/** A freeze holds in the product too, from the moment it is set until its onboarding is over. */
export const tellProductOfFreeze: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const windowOf = (freeze: Freeze) => [freeze?.from ?? null, freeze?.until ?? null];
	const [now, before] = [windowOf(doc.freeze), windowOf(previousDoc?.freeze)];
	const isMoved = !isDeepStrictEqual(now, before);
	const isOver = now[1] !== null && doc.status !== previousDoc?.status;
	const casinoId = idOf(doc.casino);
	if (casinoId && (isMoved || isOver)) await requestProductSync({ req, casinoId });
	return doc;
};

/** An override that is approved lifts the freeze in the product for the same time. */
export const tellProductOfOverride: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const casinoId = idOf(doc.casino);
	const isSettled = doc.status !== "proposed" && doc.status !== previousDoc?.status;
	if (casinoId && doc.kind === "freeze_override" && isSettled) await requestProductSync({ req, casinoId });
	return doc;
};
