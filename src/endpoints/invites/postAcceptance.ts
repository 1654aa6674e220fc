import { z } from "zod";
import { acceptInvite } from "@/operations/invites/acceptInvite";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { spendAttempt } from "@/operations/limits/spendAttempt";
import { defineEndpoint } from "../defineEndpoint";
import { token } from "../fields";

const body = z.object({
	token,
	name: z.string().trim().max(200, "is too long.").optional(),
	password: z.string().max(1000, "is too long.").optional(),
	signInLink: z.boolean().optional(),
});

/** `POST /api/invites/accept`: once; answers who came in where, and the cookie that signs them in. */
export const postAcceptance = defineEndpoint({
	method: "post",
	path: "/invites/accept",
	allow: "anyone",
	body,
	handle: async ({ req, body }) => {
		await spendAttempt({ payload: req.payload, limit: "invitesByAddress", key: clientAddressOf(req) });
		const { cookie, ...accepted } = await acceptInvite({ req, ...body });
		return Response.json(accepted, cookie ? { headers: { "Set-Cookie": cookie } } : {});
	},
});
