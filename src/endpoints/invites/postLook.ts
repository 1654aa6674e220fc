import { z } from "zod";
import { lookAtInvite } from "@/operations/invites/lookAtInvite";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { spendAttempt } from "@/operations/limits/spendAttempt";
import { defineEndpoint } from "../defineEndpoint";
import { token } from "../fields";

/** `POST /api/invites/look`: what an invitation says, to whoever holds its link. */
export const postLook = defineEndpoint({
	method: "post",
	path: "/invites/look",
	allow: "anyone",
	body: z.object({ token }),
	handle: async ({ req, body }) => {
		await spendAttempt({ payload: req.payload, limit: "invitesByAddress", key: clientAddressOf(req) });
		return lookAtInvite({ req, ...body });
	},
});
