import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { spendAttempt } from "@/operations/limits/spendAttempt";
import { signInWithLink } from "@/operations/users/signInWithLink";
import { defineEndpoint } from "../defineEndpoint";
import { token } from "../fields";

/** `POST /api/sign-in-link/use`: once; answers who it was, and the cookie that signs them in. */
export const postUse = defineEndpoint({
	method: "post",
	path: "/sign-in-link/use",
	allow: "anyone",
	body: z.object({ token }),
	handle: async ({ req, body }) => {
		await spendAttempt({ payload: req.payload, limit: "linkByAddress", key: clientAddressOf(req) });
		const { user, cookie } = await inTransaction(req, () => signInWithLink({ req, ...body }));
		return Response.json({ user }, { headers: { "Set-Cookie": cookie } });
	},
});
