import type { PayloadRequest, Where } from "payload";
import { asSystem, asUser, isSystem } from "@/access/authority";
import type { Slug } from "@/slugs";

/** What a bulk change is asked to change: Payload's own arguments of it. */
export type BulkArguments = { where?: Where; limit?: number; sort?: string | string[]; overrideAccess?: boolean };

/** The ids of the rows a bulk change would find, in their one order. Nothing is locked. */
export async function findMatching(input: {
	req: PayloadRequest;
	collection: Slug;
	args: BulkArguments;
}): Promise<string[]> {
	const { req, collection, args } = input;
	const isPrivileged = args.overrideAccess === true || isSystem(req);
	const { docs } = await req.payload.find({
		collection,
		where: args.where ?? {},
		...(args.sort ? { sort: args.sort } : {}),
		limit: args.limit ?? 0,
		pagination: false,
		depth: 0,
		select: { id: true } as never,
		...(isPrivileged ? asSystem(req, "rows of a bulk change") : asUser(req)),
	});
	return docs.map(({ id }) => String(id)).sort();
}
