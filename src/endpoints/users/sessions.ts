import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { reauthenticate } from "@/operations/users/proveOwnPassword";
import { endOwnSessions, endSessionsOf, readOwnSessions } from "@/operations/users/sessions";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

/** `GET /api/users/sessions`: one's own, with where each was begun. */
export const getSessions = defineEndpoint({
	method: "get",
	path: "/sessions",
	allow: "signedIn",
	handle: async ({ req }) => ({ sessions: await readOwnSessions(req) }),
});

/** `POST /api/users/sessions/end`: `{id}` one of one's own, `{others: true}` all but the one that asks. */
export const postSessionsEnd = defineEndpoint({
	method: "post",
	path: "/sessions/end",
	allow: "signedIn",
	body: z.union([z.object({ id: z.string().min(1).max(100) }), z.object({ others: z.literal(true) })], {
		message: "must be {id} of a session or {others: true}.",
	}),
	handle: ({ req, body }) => inTransaction(req, () => endOwnSessions(req, "id" in body ? body : "others")),
});

/** `POST /api/users/:id/end-sessions`: signs somebody out everywhere. */
export const postSessionsOfEnd = defineEndpoint({
	method: "post",
	path: "/:id/end-sessions",
	allow: ["admin"],
	body: z.object({ reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => endSessionsOf({ req, userId: id, ...body })),
});

/** `POST /api/users/reauthenticate`: one's password once more, before what asks for a sign-in that is not long ago. */
export const postReauthentication = defineEndpoint({
	method: "post",
	path: "/reauthenticate",
	allow: "signedIn",
	body: z.object({ password: z.string().min(1, "Enter it.").max(1000, "is too long.") }),
	handle: ({ req, body }) => reauthenticate({ req, ...body }),
});
