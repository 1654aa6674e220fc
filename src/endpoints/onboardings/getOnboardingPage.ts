import { readOnboardingPage } from "@/operations/plan/readOnboardingPage";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/onboardings/:id/page`: gate, run and plan as they stand, as much of it as the sender may see. */
export const getOnboardingPage = defineEndpoint({
	method: "get",
	path: "/:id/page",
	allow: "signedIn",
	handle: ({ req, id }) => readOnboardingPage({ req, onboardingId: id }),
});
