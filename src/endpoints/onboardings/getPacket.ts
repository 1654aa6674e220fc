import { vendorRoles } from "@/access/roles";
import { readPacket } from "@/operations/decisions/readPacket";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/onboardings/:id/packet`: READY or HOLD as the records stand now, with every check behind it. */
export const getPacket = defineEndpoint({
	method: "get",
	path: "/:id/packet",
	allow: vendorRoles,
	handle: ({ req, id }) => readPacket({ req, onboardingId: id }),
});
