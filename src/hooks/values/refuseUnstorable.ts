import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { isSystem } from "@/access/authority";
import { findUnstorable } from "@/domain/text/findUnstorable";

/** Text that the database cannot hold is refused at its field, before the database does with an error that names none. */
export const refuseUnstorable: CollectionBeforeValidateHook = ({ collection, data, req }) => {
	const path = isSystem(req) ? null : findUnstorable(data);
	if (path === null) return data;
	const message = "It contains a character that cannot be stored.";
	throw new ValidationError({ collection: collection.slug, errors: [{ path, message }], req });
};
