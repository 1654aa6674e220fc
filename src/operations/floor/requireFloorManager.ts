import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { reachOf } from "@/access/scope";
import { Forbidden, NotFound, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";

/**
 * Lets pass who may write rows of a collection for a casino: of the floor, the vendor's `admin` and `ops` and the casino's own
 * administrator.
 *
 * @throws SignInRequired; NotFound to whoever may not see the casino, and where there is none; Forbidden to whoever may only see it
 */
export async function requireFloorManager(input: {
	req: PayloadRequest;
	casinoId: string;
	collection: Slug;
}): Promise<void> {
	const { req, casinoId, collection } = input;
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const reaches = (reach: "all" | string[]) => reach === "all" || reach.includes(casinoId);
	const sql = await sqlOf(req);
	const [casino] = await sql("SELECT 1 FROM casinos WHERE id = $1::uuid", [casinoId]);
	if (!casino || !reaches(reachOf(actor, slug.casinos, "read"))) throw new NotFound("casino");
	if (!reaches(reachOf(actor, collection, "create"))) throw new Forbidden("change this casino's floor");
}
