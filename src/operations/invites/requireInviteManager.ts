import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { reachOf } from "@/access/scope";
import { Forbidden, NotFound, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Lets pass who may invite for the invitation's casino: the vendor's `admin` and `ops`, and the casino's own administrator.
 * @throws SignInRequired; NotFound to whoever may not see it; Forbidden to whoever may only see it
 */
export async function requireInviteManager({
	req,
	inviteId,
}: {
	req: PayloadRequest;
	inviteId: string;
}): Promise<void> {
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const sql = await sqlOf(req);
	const [invite] = await sql<{ casino: string }>("SELECT casino_id AS casino FROM staff_invites WHERE id = $1::uuid", [
		inviteId,
	]);
	const reaches = (operation: "create" | "read") => {
		const reach = reachOf(actor, slug.staffInvites, operation);
		return invite !== undefined && (reach === "all" || reach.includes(invite.casino));
	};
	if (!reaches("read")) throw new NotFound("invitation");
	if (!reaches("create")) throw new Forbidden("manage invitations");
}
