import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { slug } from "@/slugs";

/** Ends the service accounts whose key this person keeps: with their account gone nobody would answer for them. */
export async function endKeysOf({ req, userId }: { req: PayloadRequest; userId: string }): Promise<void> {
	const now = new Date().toISOString();
	await req.payload.update({
		collection: slug.apiClients,
		where: { and: [{ holder: { equals: userId } }, { expiresAt: { greater_than: now } }] },
		data: { expiresAt: now },
		depth: 0,
		...asSystem(req, "whoever kept its key is gone"),
	});
}
