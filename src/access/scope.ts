import type { Access, FieldAccess, PayloadRequest, Where } from "payload";
import { type Slug, slug } from "@/slugs";
import { type Actor, actorOf, idOf } from "./actorOf";
import { type FieldGroup, fieldGroups, matrix, type Operation } from "./matrix";
import { isVendorRole, type Role } from "./roles";

/** The casinos in which this person holds one of the roles. */
function casinosHolding(actor: Extract<Actor, { kind: "person" }>, roles: readonly Role[]): string[] {
	return [...actor.roles]
		.filter(([, held]) => roles.some((role) => !isVendorRole(role) && held.has(role)))
		.map(([casino]) => casino);
}

function holdsVendorRole(actor: Actor, roles: readonly Role[]): boolean {
	return actor.kind === "person" && actor.vendorRole !== null && roles.includes(actor.vendorRole);
}

/**
 * The casinos whose rows of this collection the actor may act on.
 * @returns `"all"` for the vendor's people, else the casino ids; empty when there are none
 */
export function reachOf(actor: Actor, collection: Slug, operation: Operation): "all" | string[] {
	const rule = matrix[collection];
	if (actor.kind === "anonymous") return [];
	if (actor.kind === "service") {
		const mayRead = operation === "read" && rule.serviceMayRead && actor.scopes.has(`${collection}:read`);
		return mayRead ? [actor.casino] : [];
	}
	if (holdsVendorRole(actor, rule.allow[operation])) return "all";
	if (rule.scope === "vendor") return [];
	return casinosHolding(actor, rule.allow[operation]);
}

/** Whether a service account may post to a collection's own route, for its casino. */
export function servicePosts(actor: Extract<Actor, { kind: "service" }>, collection: Slug): boolean {
	return matrix[collection].serviceMayPost === true && actor.scopes.has(`${collection}:write`);
}

function whereOf(collection: Slug, casinos: string[], path: string): Where | boolean {
	if (casinos.length === 0) return false;
	const { scope, customersSee } = matrix[collection];
	switch (scope) {
		case "casino": {
			const mark: Where = customersSee ? { [`${path}${customersSee}`]: { equals: true } } : {};
			return { [`${path}casino`]: { in: casinos }, ...mark };
		}
		case "self":
			return { id: { in: casinos } };
		case "people":
			return { [`${path}memberships.casino`]: { in: casinos } };
		case "vendor":
			return false;
	}
}

/** Everybody signed in reads and edits their own account, whatever else they may see. */
function withSelf(actor: Actor, rule: Where | boolean): Where | boolean {
	if (rule === true || actor.kind !== "person") return rule;
	const self: Where = { id: { equals: actor.id } };
	return rule === false ? self : { or: [self, rule] };
}

/** Who may not give authority does not edit an account that has it either: a new password would take it over. */
function pastAuthority(actor: Actor, collection: Slug, operation: Operation): Where | boolean {
	const isAccount = collection === slug.users && operation === "update";
	if (!isAccount || holdsVendorRole(actor, fieldGroups.authority.write)) return true;
	return withSelf(actor, { vendorRole: { exists: false } });
}

/** The access function of one collection and operation, built from the matrix. */
export function allow(collection: Slug, operation: Operation): Access {
	return ({ req }) => {
		const actor = actorOf(req);
		const reach = reachOf(actor, collection, operation);
		if (reach === "all") return pastAuthority(actor, collection, operation);
		// A Where from a `create` rule would count as a plain yes: which casino is checked by `assertReach`.
		if (operation === "create") return reach.length > 0;
		const rule = whereOf(collection, reach, "");
		const ownAccount = collection === slug.users && (operation === "read" || operation === "update");
		return ownAccount ? withSelf(actor, rule) : rule;
	};
}

/** As `allow(…, "read")`, for the versions table, where the row's fields stand below `version`. */
export function allowVersions(collection: Slug): Access {
	return ({ req }) => {
		const reach = reachOf(actorOf(req), collection, "read");
		return reach === "all" || whereOf(collection, reach, "version.");
	};
}

function mayReadField(actor: Actor, group: FieldGroup, casino: string | null): boolean {
	const { read } = fieldGroups[group];
	if (read === "row") return true;
	if (holdsVendorRole(actor, read)) return true;
	if (actor.kind !== "person" || actor.roles.size === 0) return false;
	const allowed = casinosHolding(actor, read);
	// Asked without a row (a filter, a sort, the permissions of the admin panel): only what holds in every casino.
	return casino === null ? allowed.length === actor.roles.size : allowed.includes(casino);
}

const groupsOfRules = new WeakMap<FieldAccess, FieldGroup>();

/** Read rule of a field in a group. The collection must select `casino` whatever was asked for. */
export function readField(group: FieldGroup): FieldAccess {
	const rule: FieldAccess = ({ req, doc }) => mayReadField(actorOf(req), group, idOf(doc?.casino));
	groupsOfRules.set(rule, group);
	return rule;
}

/** The group a read rule asks about; null for a rule that is not of the matrix. */
export function groupOf(rule: FieldAccess): FieldGroup | null {
	return groupsOfRules.get(rule) ?? null;
}

/**
 * What the sender may not read in a casino's rows: for all of them at once what `readField` says of each.
 * @param casino null asks, as a filter or a sort does, for what holds in every casino of theirs
 */
export function hiddenGroups(req: Pick<PayloadRequest, "user">, casino: string | null): ReadonlySet<FieldGroup> {
	const actor = actorOf(req);
	const groups = Object.keys(fieldGroups) as FieldGroup[];
	return new Set(groups.filter((group) => !mayReadField(actor, group, casino)));
}

/** Write rule of a field in a group. */
export function writeField(group: FieldGroup): FieldAccess {
	return ({ req, doc, data }) => {
		const actor = actorOf(req);
		const { write } = fieldGroups[group];
		if (holdsVendorRole(actor, write)) return true;
		if (actor.kind !== "person") return false;
		const casino = idOf(doc?.casino) ?? idOf(data?.casino);
		return casino !== null && casinosHolding(actor, write).includes(casino);
	};
}

/** Read and write rules of a field in a group, to spread into the field. */
export function fieldRules(group: FieldGroup) {
	return { read: readField(group), create: writeField(group), update: writeField(group) };
}

/** Written by the system alone: no role may set it, on any path that checks access. */
export const systemWritten = {
	create: () => false,
	update: () => false,
} satisfies Record<string, FieldAccess>;
