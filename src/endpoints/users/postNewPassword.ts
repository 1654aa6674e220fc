import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { spendAttempt } from "@/operations/limits/spendAttempt";
import { setNewPassword } from "@/operations/users/setNewPassword";
import { defineEndpoint } from "../defineEndpoint";
import { token } from "../fields";

/** `POST /api/users/reset-password`: once, by a mailed link; answers who it was, and the cookie that signs them in. Before Payload's own. */
export const postNewPassword = defineEndpoint({
	method: "post",
	path: "/reset-password",
	allow: "anyone",
	body: z.object({ token, password: z.string().min(1, "Choose one.").max(1000, "is too long.") }),
	handle: async ({ req, body }) => {
		await spendAttempt({ payload: req.payload, limit: "linkByAddress", key: clientAddressOf(req) });
		const { user, cookie } = await inTransaction(req, () => setNewPassword({ req, ...body }));
		return Response.json({ user }, { headers: { "Set-Cookie": cookie } });
	},
});
