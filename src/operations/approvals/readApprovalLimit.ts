import type { PayloadRequest } from "payload";
import type { ApprovalLimit } from "@/domain/approvals/approvers";
import { readSettingChanges } from "../settings/readSettingChanges";
import { readSettings } from "../settings/readSettings";
import { findSecondPersonProblem } from "../users/requireSecondPerson";

/**
 * Up to this amount the person who asks records, approves or releases money by hand alone. A limit that somebody has raised, or put
 * into another currency, does not hold for them, nor for an account that may be theirs, until another administrator changes it: else
 * one person would raise it, act, and lower it again.
 */
export async function readApprovalLimit(req: PayloadRequest): Promise<ApprovalLimit> {
	const { secondApproverAbove, currency } = (await readSettings(req)).purchaseOrders;
	const amounts = [secondApproverAbove];
	const changes = req.user ? await readSettingChanges(req, "purchaseOrders", ["secondApproverAbove", "currency"]) : [];
	const asked = new Map<string, string | null>();
	for (const { by, before } of changes) {
		if (by === null) break;
		if (!asked.has(by)) asked.set(by, await findSecondPersonProblem({ req, first: by, second: req.user?.id ?? "" }));
		if (asked.get(by) === null) break;
		const isComparable = before.currency.toLowerCase() === currency.toLowerCase();
		amounts.push(isComparable ? before.secondApproverAbove : 0);
	}
	return { amount: Math.min(...amounts), currency };
}
