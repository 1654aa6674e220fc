import { inTransaction } from "@/operations/inTransaction";
import { resendMessage } from "@/operations/messages/resendMessage";
import { defineEndpoint } from "../defineEndpoint";
import { runners } from "../fields";

export const postResend = defineEndpoint({
	method: "post",
	path: "/:id/resend",
	allow: runners,
	handle: ({ req, id }) => inTransaction(req, () => resendMessage({ req, messageId: id })),
});
