import { APIError } from "payload";
import { findMailbox } from "@/domain/secondPerson";
import type { Actor } from "./actorOf";
import { type CustomerRole, grants, isVendorRole, type Role } from "./roles";

/** @param input.casino where the role would hold; null for a vendor role */
export function mayGrant(input: { actor: Actor; role: Role; casino: string | null }): boolean {
	const { actor, role, casino } = input;
	if (actor.kind !== "person") return false;
	const held: Role[] = actor.vendorRole ? [actor.vendorRole] : [];
	if (casino !== null && !isVendorRole(role)) held.push(...(actor.roles.get(casino) ?? new Set<CustomerRole>()));
	return held.some((own) => grants[own]?.includes(role) ?? false);
}

type Grant = { actor: Actor; own: string; to: string; role: Role; casino: string | null };

/**
 * Why the sender may not give a role, in words; null when the table lets them and it is somebody else's.
 * @param input.own the sender's address, `to` that of who gets it: two of one mailbox are one person
 */
export function findGrantProblem(grant: Grant): string | null {
	const { own, to, role } = grant;
	if (findMailbox(own) === findMailbox(to)) return "Nobody gives a role to themselves. Ask somebody else.";
	return mayGrant(grant) ? null : `Your role does not let you give the role ${role.replaceAll("_", " ")}.`;
}

/** @throws APIError 403 at `path` */
export function requireGrant({ path, ...grant }: Grant & { path: string }): void {
	const problem = findGrantProblem(grant);
	if (problem) throw refuseField(path, problem);
}

/** A refusal that a form shows at its field, and that is recorded as a denial. */
export function refuseField(path: string, message: string): APIError {
	const error = new APIError(message, 403, { errors: [{ path, message }] }, true);
	// Payload logs by this name: a refusal is an answer, not a fault of ours.
	error.name = "Forbidden";
	return error;
}
