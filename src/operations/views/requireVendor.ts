import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { type VendorRole, vendorRoles } from "@/access/roles";
import { Forbidden, SignInRequired } from "@/errors";

/**
 * Lets the vendor's own people pass, or those of the roles named, and nobody else.
 * @returns the person's role
 * @throws SignInRequired, Forbidden
 */
export function requireVendor(
	req: Pick<PayloadRequest, "user">,
	roles: readonly VendorRole[] = vendorRoles,
): VendorRole {
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	if (actor.kind !== "person" || actor.vendorRole === null || !roles.includes(actor.vendorRole)) {
		throw new Forbidden("see this");
	}
	return actor.vendorRole;
}
