import type { CollectionAfterChangeHook } from "payload";
import { announceInvite } from "@/operations/invites/announceInvite";

/** A new invitation binds an invited staff row and is mailed; its link is minted when the mail goes out. */
export const sendInvite: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
	if (operation === "create") await announceInvite({ req, inviteId: doc.id });
	return doc;
};
