import type { PayloadRequest, Where } from "payload";
import { z } from "zod";
import type { PlainQuery } from "@/operations/lists/readFlatList";

const count = (otherwise: number) =>
	z
		.string()
		.regex(/^[1-9]\d{0,5}$/)
		.transform(Number)
		.default(otherwise);

const plain = z.strictObject({
	depth: z.literal("0"),
	limit: count(10),
	page: count(1),
	sort: z
		.string()
		.min(1)
		.transform((sort) => sort.split(","))
		.optional(),
	where: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/** A list's query that asks for rows as they are and nothing beside; null for any other. */
export function plainQueryOf({ query }: Pick<PayloadRequest, "query">): PlainQuery | null {
	const { data } = plain.safeParse(query);
	return data ? { ...data, where: data.where as Where } : null;
}
