import { type CollectionBeforeDeleteHook, ValidationError } from "payload";
import { isLastAdmin } from "@/operations/users/isLastAdmin";

/** The last administrator is not deleted: nobody could make another one. */
export const keepLastAdmin: CollectionBeforeDeleteHook = async ({ id, req }) => {
	if (!(await isLastAdmin({ req, userId: String(id) }))) return;
	throw new ValidationError({
		collection: "users",
		errors: [{ path: "vendorRole", message: "This is the last administrator. Name another one first." }],
		req,
	});
};
