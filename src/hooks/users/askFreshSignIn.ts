import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, GlobalBeforeChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { requireFreshSignIn } from "@/operations/users/requireFreshSignIn";
import type { Setting, User } from "@/payload-types";

/** What says who somebody is and what they may do. */
const rights = ["email", "vendorRole", "accessEndsAt", "memberships"] as const;

/** Accounts are made, and rights and addresses changed, by whoever proved lately who they are. For `beforeChange`, behind what refuses. */
export const askForRights: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, operation, req }) => {
	if (isSystem(req)) return data;
	const isChange = rights.some((name) => data[name] !== undefined && textOf(data, name) !== textOf(originalDoc, name));
	if (operation === "create" || isChange) await requireFreshSignIn(req);
	return data;
};

function textOf(user: Partial<User> | undefined, name: (typeof rights)[number]): string {
	if (name === "memberships") {
		const roles = (user?.memberships ?? []).flatMap(({ casino, roles }) =>
			roles.map((role) => `${idOf(casino)}/${role}`),
		);
		return roles.sort().join();
	}
	const value = user?.[name] ?? "";
	return name === "accessEndsAt" && value ? new Date(value).toISOString() : value;
}

export const askForDeletion: CollectionBeforeDeleteHook = async ({ req }) => {
	if (!isSystem(req)) await requireFreshSignIn(req);
};

/** A key is made, and what it may do and for how long is changed, by the same. Taking one away is always quick: it is deleted. */
export const askForKeys: CollectionBeforeChangeHook = async ({ data, req }) => {
	if (!isSystem(req)) await requireFreshSignIn(req);
	return data;
};

/** The limits above which it takes two persons, and who counts as one. */
export const askForLimits: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
	const [before, now] = [originalDoc as Setting | undefined, data as Partial<Setting>];
	const isChange = (["purchaseOrders", "accounts"] as const).some((group) =>
		Object.entries(now[group] ?? {}).some(
			([name, value]) => value !== (before?.[group] as Record<string, unknown>)?.[name],
		),
	);
	if (isChange && !isSystem(req)) await requireFreshSignIn(req);
	return data;
};
