import { z } from "zod";
import { requestAccountMail } from "@/operations/users/requestAccountMail";
import { defineEndpoint } from "../defineEndpoint";
import { email } from "../fields";

/** `POST /api/sign-in-link`: mails a link to whoever has the address. The answer is the same when nobody does. */
export const postRequest = defineEndpoint({
	method: "post",
	path: "/sign-in-link",
	allow: "anyone",
	body: z.object({ email }),
	handle: ({ req, body }) => requestAccountMail({ req, ...body, kind: "sign_in_link" }),
});
