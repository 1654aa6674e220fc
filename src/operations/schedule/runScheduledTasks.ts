import type { Payload } from "payload";
import { pullEndedWeeks } from "../adoption/pullEndedWeeks";
import { announceToLateComers } from "../announcements/announceToLateComers";
import { lookAtCheckIns } from "../checkIns/lookAtCheckIns";
import { expireDecisions } from "../decisions/expireDecisions";
import { bindAcceptedStaff } from "../invites/bindInProduct";
import { expireInvites } from "../invites/expireInvites";
import { forgetExpired } from "../limits/forgetExpired";
import { sendItemNotices } from "../notices/sendItemNotices";
import { expirePurchaseOrders } from "../payments/expirePurchaseOrders";
import { reportDelays } from "../payments/reportDelays";
import { escalateAcceptance } from "../plan/escalateAcceptance";
import { escalateHealth } from "../plan/escalateHealth";
import { reviewPlans } from "../plan/reviewPlans";

/**
 * Runs what is due by the clock: check-ins, late access, expired invitations, purchase orders and decisions, plans and their health,
 * weeks of use. Each is safe to repeat; one that fails does not keep the others from running.
 */
export async function runScheduledTasks({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
	const tasks = [
		lookAtCheckIns,
		reportDelays,
		expireInvites,
		expirePurchaseOrders,
		expireDecisions,
		bindAcceptedStaff,
		forgetExpired,
		reviewPlans,
		escalateHealth,
		escalateAcceptance,
		pullEndedWeeks,
		announceToLateComers,
		sendItemNotices,
	];
	const outcomes = await Promise.allSettled(tasks.map((task) => task({ payload, now })));
	const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
	if (failures.length > 0) throw new AggregateError(failures, "Some scheduled tasks failed");
}
