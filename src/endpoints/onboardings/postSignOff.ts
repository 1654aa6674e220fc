import { z } from "zod";
import { signPrimaryTool } from "@/operations/decisions/signPrimaryTool";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/onboardings/:id/sign-off`: the customer's sponsor says that this is their primary tool. */
export const postSignOff = defineEndpoint({
	method: "post",
	path: "/:id/sign-off",
	allow: "signedIn",
	body: z.object({ name: z.string("Write your name.").trim().min(2, "Write your name.").max(200) }),
	handle: ({ req, id, body }) => inTransaction(req, () => signPrimaryTool({ req, onboardingId: id, ...body })),
});
