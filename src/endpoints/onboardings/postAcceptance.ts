import { z } from "zod";
import { planners } from "@/access/roles";
import { acceptanceColours } from "@/domain/acceptance";
import { inTransaction } from "@/operations/inTransaction";
import { acknowledgeAcceptance } from "@/operations/plan/acknowledgeAcceptance";
import { setAcceptance } from "@/operations/plan/setAcceptance";
import { defineEndpoint } from "../defineEndpoint";
import { reason } from "../fields";

/** `POST /api/onboardings/:id/acceptance`: whether what the contract promises can be supplied. */
export const postAcceptance = defineEndpoint({
	method: "post",
	path: "/:id/acceptance",
	allow: planners,
	body: z.object({ colour: z.enum(acceptanceColours, "Choose green, yellow or red."), reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => setAcceptance({ req, onboardingId: id, ...body })),
});

/** `POST /api/onboardings/:id/acceptance/acknowledge`: a manager has seen this setting, and says what is done next. */
export const postAcceptanceAcknowledgement = defineEndpoint({
	method: "post",
	path: "/:id/acceptance/acknowledge",
	allow: planners,
	body: z.object({ acceptance: z.uuid("is not an id."), nextAction: reason }),
	handle: ({ req, id, body }) => inTransaction(req, () => acknowledgeAcceptance({ req, onboardingId: id, ...body })),
});
