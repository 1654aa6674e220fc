import { z } from "zod";
import { lastWeek, pilotWeek } from "@/domain/adoption/weekOf";
import { pullAdoption } from "@/operations/adoption/pullAdoption";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/onboardings/:id/adoption-pull`: reads a week's use, or the pilot's (week 0), from the product into its adoption report. */
export const postAdoptionPull = defineEndpoint({
	method: "post",
	path: "/:id/adoption-pull",
	allow: ["admin", "ops", "manager"],
	body: z.object({ week: z.int().min(pilotWeek).max(lastWeek).optional() }),
	handle: ({ req, id, body }) => pullAdoption({ req, onboardingId: id, ...body }),
});
