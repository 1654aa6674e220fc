import { type CollectionBeforeOperationHook, Forbidden } from "payload";

/**
 * Payload keeps the token to a new password as it is, where whoever reads the table could use it. Nobody asks for one or uses one,
 * by whatever door: ours are kept as hashes (`mintMailedLink`, `setNewPassword`).
 */
export const closePayloadReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "forgotPassword" || operation === "resetPassword") throw new Forbidden(req.t);
	return args;
};
