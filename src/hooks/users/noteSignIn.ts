import type { CollectionAfterLoginHook } from "payload";
import { stampSignIn } from "@/operations/users/stampSignIn";

/** Every way in leads here: by password, by a mailed link, by a new password. */
export const noteSignIn: CollectionAfterLoginHook = async ({ req, user }) => {
	await stampSignIn({ req, userId: String(user.id) });
};
