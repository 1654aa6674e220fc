import { type CollectionBeforeOperationHook, Forbidden } from "payload";

/** A program is known by its key alone: a token made from it would be good for longer than the key. */
export const refuseTokens: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "refresh") throw new Forbidden(req.t);
	return args;
};
