import type { CollectionAfterLogoutHook, CollectionBeforeOperationHook, PayloadRequest } from "payload";
import { lockForUpdate } from "@/operations/lockForUpdate";
import { slug } from "@/slugs";

/**
 * Lengthening a session and signing out read the account and write the whole of it back, in one transaction. Locked
 * before it is read, it cannot lose what others write to it in between.
 */
export const lockBeforeRefresh: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
	if (operation === "refresh") await lockOwnAccount(req);
	return args;
};

/** Payload calls it “after”, and reads the account only then. */
export const lockBeforeSignOut: CollectionAfterLogoutHook = ({ req }) => lockOwnAccount(req);

async function lockOwnAccount(req: PayloadRequest): Promise<void> {
	if (req.user?.collection === slug.users) await lockForUpdate({ req, collection: slug.users, id: req.user.id });
}
