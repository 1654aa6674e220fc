import { z } from "zod";
import { inTransaction } from "@/operations/inTransaction";
import { tickItem } from "@/operations/items/tickItem";
import { defineEndpoint } from "../defineEndpoint";

const words = (most: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(most)
		.nullish()
		.transform((text) => text ?? null);

export const postTick = defineEndpoint({
	method: "post",
	path: "/:id/tick",
	allow: "signedIn",
	body: z.object({
		choice: words(200),
		value: words(2000),
		link: words(2000),
		file: z
			.uuid("Choose an uploaded file.")
			.nullish()
			.transform((id) => id ?? null),
		signedName: words(200),
		minutes: z
			.int("Enter whole minutes.")
			.min(0)
			.max(100_000)
			.nullish()
			.transform((minutes) => minutes ?? null),
		note: words(10_000),
	}),
	handle: ({ req, id, body: { minutes, note, ...proof } }) =>
		inTransaction(req, () => tickItem({ req, itemId: id, proof, minutes, note })),
});
