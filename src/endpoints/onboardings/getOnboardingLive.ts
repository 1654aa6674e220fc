import { readOnboardingLive } from "@/operations/live/readOnboardingLive";
import { defineEndpoint } from "../defineEndpoint";
import { queryId } from "../fields";

/** `GET /api/onboardings/:id/live`: gate, invoices, run and check-ins as they stand, as much of it as the sender may see. */
export const getOnboardingLive = defineEndpoint({
	method: "get",
	path: "/:id/live",
	allow: "signedIn",
	handle: ({ req, id }) => readOnboardingLive({ req, onboardingId: id, runId: queryId(req, "run") }),
});
