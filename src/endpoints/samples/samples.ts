import { z } from "zod";
import { readSamples, removeSamples } from "@/operations/samples/removeSamples";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /api/samples`: what removing the samples would remove. */
export const getSamples = defineEndpoint({
	method: "get",
	path: "/samples",
	allow: ["admin"],
	handle: ({ req }) => readSamples({ req }),
});

/** `POST /api/samples/remove`: every sample customer and account, in one act, when the words are typed. */
export const postSampleRemoval = defineEndpoint({
	method: "post",
	path: "/samples/remove",
	allow: ["admin"],
	body: z.object({ confirm: z.string().max(100) }),
	handle: ({ req, body }) => removeSamples({ req, ...body }),
});
