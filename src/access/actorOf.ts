import type { PayloadRequest } from "payload";
import type { ApiClient, User } from "@/payload-types";
import { slug } from "@/slugs";
import type { CustomerRole, VendorRole } from "./roles";

/** Who is asking, reduced to what rules may depend on. */
export type Actor =
	| { kind: "anonymous" }
	| {
			kind: "person";
			id: string;
			vendorRole: VendorRole | null;
			/** Roles by casino id. A casino without roles is not in it. */
			roles: ReadonlyMap<string, ReadonlySet<CustomerRole>>;
	  }
	| { kind: "service"; id: string; casino: string; scopes: ReadonlySet<string> };

const anonymous: Actor = { kind: "anonymous" };

/** The id of a relationship value, populated or not. */
export function idOf(value: unknown): string | null {
	if (typeof value === "string") return value;
	if (typeof value === "object" && value !== null && "id" in value && typeof value.id === "string") return value.id;
	return null;
}

function personOf(user: User, now: number): Actor {
	// The auditor's access ends on a date; an end that has passed leaves a person without any vendor role.
	const hasEnded = Boolean(user.accessEndsAt) && Date.parse(String(user.accessEndsAt)) <= now;
	const roles = new Map<string, ReadonlySet<CustomerRole>>();
	for (const membership of user.memberships ?? []) {
		const casino = idOf(membership.casino);
		if (casino && membership.roles.length > 0) roles.set(casino, new Set(membership.roles));
	}
	return {
		kind: "person",
		id: user.id,
		vendorRole: hasEnded ? null : (user.vendorRole ?? null),
		roles,
	};
}

/** A list of 25 rows asks some hundred times who reads it. A session's user is an object of its request's own. */
const known = new WeakMap<object, Actor>();

/** The actor behind a request. A service account that has expired is nobody, however it was signed in. */
export function actorOf({ user }: Pick<PayloadRequest, "user">): Actor {
	if (!user) return anonymous;
	const actor = known.get(user) ?? judge(user, Date.now());
	known.set(user, actor);
	return actor;
}

function judge(user: NonNullable<PayloadRequest["user"]>, now: number): Actor {
	if (user.collection === slug.users) return personOf(user as User, now);
	if (user.collection === slug.apiClients) {
		const client = user as ApiClient;
		const casino = idOf(client.casino);
		return casino === null || Date.parse(client.expiresAt) <= now
			? anonymous
			: { kind: "service", id: client.id, casino, scopes: new Set(client.scopes ?? []) };
	}
	return anonymous;
}

/** Whether one of the vendor's own people asks, in whatever role. */
export const isVendor = (actor: Actor): boolean => actor.kind === "person" && actor.vendorRole !== null;
