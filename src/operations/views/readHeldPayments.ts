import type { PayloadRequest } from "payload";
import { mayApprove } from "@/domain/approvals/approvers";
import { type ApprovalView, readWaitingApprovals } from "../approvals/readApprovals";
import { type HeldEvent, listHeldEvents } from "../payments/listHeldEvents";
import { requireVendor } from "./requireVendor";

/**
 * What the screen of held payments shows, what of it waits for another approver, and whether this person may decide on them.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readHeldPayments({
	req,
}: {
	req: PayloadRequest;
}): Promise<{ held: HeldEvent[]; total: number; waiting: ApprovalView[]; mayDecide: boolean }> {
	const role = requireVendor(req);
	const { held, total } = await listHeldEvents({ req });
	const { rows: waiting } = await readWaitingApprovals({ req, isRelease: true, limit: null });
	return { held, total, waiting, mayDecide: mayApprove(role, "held_release") };
}
