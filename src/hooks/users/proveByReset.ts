import type { CollectionAfterLoginHook, CollectionBeforeOperationHook, PayloadRequest } from "payload";
import { proveAddress } from "@/operations/users/proveAddress";

const resetting = new WeakSet<PayloadRequest>();

/** The hook that runs when a new password has signed in cannot tell it from another sign-in. */
export const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation === "resetPassword") resetting.add(req);
	return args;
};

/** The link to a new password was mailed to the account's address and shown to nobody. */
export const proveByReset: CollectionAfterLoginHook = async ({ req, user }) => {
	if (!resetting.delete(req)) return;
	await proveAddress({ req, userId: String(user.id), how: "password reset", isPasswordNew: true });
};
