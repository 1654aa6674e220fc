import { listHeldEvents } from "@/operations/payments/listHeldEvents";
import { defineEndpoint } from "../defineEndpoint";

export const getHeldEvents = defineEndpoint({
	method: "get",
	path: "/held",
	allow: ["admin", "ops", "manager", "finance", "compliance", "auditor"],
	handle: async ({ req }) => listHeldEvents({ req }),
});
