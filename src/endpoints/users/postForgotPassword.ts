import { z } from "zod";
import { requestAccountMail } from "@/operations/users/requestAccountMail";
import { defineEndpoint } from "../defineEndpoint";
import { email } from "../fields";

/**
 * `POST /api/users/forgot-password`: mails a link for a new password to whoever has the address. Before Payload's own route of this
 * path, which writes and sends the mail while the caller waits, and so tells by time and by failure who has an account.
 */
export const postForgotPassword = defineEndpoint({
	method: "post",
	path: "/forgot-password",
	allow: "anyone",
	body: z.object({ email }),
	handle: async ({ req, body }) => {
		await requestAccountMail({ req, ...body, kind: "password_reset" });
		return { message: "Success" };
	},
});
