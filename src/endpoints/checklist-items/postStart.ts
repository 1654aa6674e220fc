import { inTransaction } from "@/operations/inTransaction";
import { startItem } from "@/operations/items/startItem";
import { defineEndpoint } from "../defineEndpoint";

export const postStart = defineEndpoint({
	method: "post",
	path: "/:id/start",
	allow: "signedIn",
	handle: ({ req, id }) => inTransaction(req, () => startItem({ req, itemId: id })),
});
