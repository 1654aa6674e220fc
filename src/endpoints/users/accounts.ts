import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { changeOwnPassword } from "@/operations/users/changeOwnPassword";
import { inviteAccount } from "@/operations/users/inviteAccount";
import { mintAccountLink } from "@/operations/users/mintAccountLink";
import { defineEndpoint } from "../defineEndpoint";

/**
 * `POST /api/users/:id/link`: a fresh link to hand over in person, by which the account is entered; the one before it stops
 * working. Who comes in by it has not proved the address.
 */
export const postAccountLink = defineEndpoint({
	method: "post",
	path: "/:id/link",
	allow: ["admin"],
	handle: ({ req, id }) => inTransaction(req, () => mintAccountLink({ req, userId: id, isMailed: false })),
});

/** `POST /api/users/:id/invite`: mails the first link again, to an account that nobody has entered. */
export const postAccountInvite = defineEndpoint({
	method: "post",
	path: "/:id/invite",
	allow: ["admin", "ops"],
	handle: ({ req, id }) => inTransaction(req, () => inviteAccount({ req, userId: id })),
});

const secret = z.string().min(1, "Enter it.").max(1000, "is too long.");

/** `POST /api/users/password`: one's own, with the one that holds now. */
export const postPassword = defineEndpoint({
	method: "post",
	path: "/password",
	allow: "signedIn",
	body: z.object({ currentPassword: secret, password: secret }),
	handle: ({ req, body }) => changeOwnPassword({ req, ...body }),
});
