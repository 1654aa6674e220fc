import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { hasOtherAdmin } from "@/operations/users/hasOtherAdmin";
import type { User } from "@/payload-types";

/** The last administrator cannot give the role away: nobody could give it back. */
export const keepAnAdmin: CollectionBeforeChangeHook<User> = async ({ data, originalDoc, operation, req }) => {
	const wasAdmin = operation === "update" && originalDoc?.vendorRole === "admin";
	const staysAdmin = data.vendorRole === undefined || data.vendorRole === "admin";
	if (!wasAdmin || (staysAdmin && !data.accessEndsAt)) return data;
	if (await hasOtherAdmin({ req, userId: originalDoc.id })) return data;
	throw new ValidationError({
		collection: "users",
		errors: [{ path: "vendorRole", message: "This is the last administrator. Name another one first." }],
		req,
	});
};
