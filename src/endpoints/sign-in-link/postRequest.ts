import { z } from "zod";
import { requestAccountMail } from "@/operations/users/requestAccountMail";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/sign-in-link`: mails a link to whoever has the address. The answer is the same when nobody does. */
export const postRequest = defineEndpoint({
	method: "post",
	path: "/sign-in-link",
	allow: "anyone",
	body: z.object({ email: z.email("Give an e-mail address, such as ada@example.com.").max(254) }),
	handle: ({ req, body }) => requestAccountMail({ req, ...body, kind: "sign_in_link" }),
});
