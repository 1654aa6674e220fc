import type { UIFieldServerProps } from "payload";
import { readInviteActions } from "@/operations/views/readInviteActions";
import { InviteActs } from "./InviteActs";

/** How the invitation stands, and what can be done with it. */
export async function InviteActions({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <InviteActs invite={await readInviteActions({ req, inviteId: String(id) })} />;
}
