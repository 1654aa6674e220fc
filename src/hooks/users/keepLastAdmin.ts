import {
	type CollectionBeforeChangeHook,
	type CollectionBeforeDeleteHook,
	type PayloadRequest,
	ValidationError,
} from "payload";
import { hasOtherAdmin, isLastAdmin } from "@/operations/users/lastAdmin";
import type { User } from "@/payload-types";

/** The last administrator cannot give the role away: nobody could give it back. */
export const refuseLastDemotion: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, operation, req }) => {
	const wasAdmin = operation === "update" && originalDoc?.vendorRole === "admin";
	const staysAdmin = data.vendorRole === undefined || data.vendorRole === "admin";
	if (!wasAdmin || (staysAdmin && !data.accessEndsAt)) return data;
	if (await hasOtherAdmin({ req, userId: originalDoc.id })) return data;
	throw lastAdmin(req);
};

/** The last administrator is not deleted: nobody could make another one. */
export const refuseLastDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
	if (await isLastAdmin({ req, userId: String(id) })) throw lastAdmin(req);
};

function lastAdmin(req: PayloadRequest): ValidationError {
	const message = "This is the last administrator. Name another one first.";
	return new ValidationError({ collection: "users", errors: [{ path: "vendorRole", message }], req });
}
