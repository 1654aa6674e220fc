import { z } from "zod";
import { planners } from "@/access/roles";
import { readAnnouncement } from "@/operations/announcements/readAnnouncement";
import { sendAnnouncement } from "@/operations/announcements/sendAnnouncement";
import { inTransaction } from "@/operations/inTransaction";
import { defineEndpoint } from "../defineEndpoint";

const path = "/:id/announcement";

/** `GET /api/onboardings/:id/announcement`: the go-live announcement and whom it names, sent or not. */
export const getAnnouncement = defineEndpoint({
	method: "get",
	path,
	allow: planners,
	handle: ({ req, id }) => readAnnouncement({ req, onboardingId: id }),
});

/** `POST /api/onboardings/:id/announcement`: sends it, once, to the addresses that were shown. */
export const postAnnouncement = defineEndpoint({
	method: "post",
	path,
	allow: planners,
	body: z.object({
		subject: z.string().trim().min(1, "Write a subject.").max(150),
		text: z.string().trim().min(1, "Write the text.").max(4000),
		to: z.array(z.string().max(320)).max(5000),
	}),
	handle: ({ req, id, body }) => inTransaction(req, () => sendAnnouncement({ req, onboardingId: id, ...body })),
});
