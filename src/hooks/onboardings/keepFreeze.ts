import type { CollectionBeforeChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { endsFreeze } from "@/domain/decisions/endsFreeze";
import { assertNotFrozen } from "@/operations/tenancy/assertNotFrozen";

type Freeze = { from?: string | null; until?: string | null } | null | undefined;

const windowOf = (freeze: Freeze) => ({ from: freeze?.from ?? null, until: freeze?.until ?? null });

/** A freeze that holds is ended by an override, which takes two persons, and not by moving its end. */
export const keepFreeze: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
	const casinoId = idOf(originalDoc?.casino);
	if (operation === "create" || isSystem(req) || casinoId === null || data.freeze === undefined) return data;
	const [was, becomes] = [windowOf(originalDoc?.freeze), windowOf(data.freeze)];
	if (endsFreeze({ was, becomes, now: new Date().toISOString() })) await assertNotFrozen({ req, casinoId });
	return data;
};
