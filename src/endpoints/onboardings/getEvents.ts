import { streamOnboarding } from "@/operations/live/streamOnboarding";
import { defineEndpoint } from "../defineEndpoint";
import { queryId } from "../fields";

/** `GET /api/onboardings/:id/events`: the same as `live`, again after every change, as server-sent events. */
export const getEvents = defineEndpoint({
	method: "get",
	path: "/:id/events",
	allow: "signedIn",
	handle: ({ req, id }) => streamOnboarding({ req, onboardingId: id, runId: queryId(req, "run") }),
});
