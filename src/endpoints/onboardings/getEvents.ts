import { readOnboardingLive } from "@/operations/live/readOnboardingLive";
import { streamChanges } from "@/operations/live/streamChanges";
import { readOnboardingPage } from "@/operations/plan/readOnboardingPage";
import { defineEndpoint } from "../defineEndpoint";
import { queryId } from "../fields";

/**
 * `GET /api/onboardings/:id/events`: the same as `live`, again after every change, as server-sent events. With `?of=page`
 * the same as `page`, with the plan.
 */
export const getEvents = defineEndpoint({
	method: "get",
	path: "/:id/events",
	allow: "signedIn",
	handle: ({ req, id: onboardingId }) => {
		const runId = queryId(req, "run");
		const isPage = req.searchParams?.get("of") === "page";
		return streamChanges({
			req,
			topic: onboardingId,
			view: isPage ? "page" : `live ${runId}`,
			read: (now) =>
				isPage ? readOnboardingPage({ req: now, onboardingId }) : readOnboardingLive({ req: now, onboardingId, runId }),
		});
	},
});
