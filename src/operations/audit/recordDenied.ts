import type { PayloadRequest } from "payload";
import { countDenial } from "./countDenial";

/** Records a 403 of one of our own routes. */
export async function recordDenied({ req, what }: { req: PayloadRequest; what: string }): Promise<void> {
	const document = typeof req.routeParams?.id === "string" ? req.routeParams.id.slice(0, 64) : null;
	const denial = { action: "denied" as const, collection: "", document, route: what, path: what, reason: null };
	await countDenial({ req, denial });
}
