import type { Verdict } from "@/domain/decisions/judgeVerdict";
import type { Confidence } from "@/domain/decisions/packet";
import { decide } from "@/operations/decisions/decide";
import { proposeGoNoGo } from "@/operations/decisions/proposeGoNoGo";
import { proposeWaiver } from "@/operations/decisions/proposeWaiver";
import { inTransaction } from "@/operations/inTransaction";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import { daysAgo, itemOf } from "./handleItems";
import type { Opened } from "./openCustomer";

/** Operations asks for go or no-go. It is decided by a second person, if at all. @returns what the packet recommends, and its id */
export async function askForGo(desk: Desk, customer: Opened, etaConfidence: Confidence, note: string) {
	const req = await actAs(desk, customer, "ops");
	const onboardingId = customer.onboarding.id;
	return inTransaction(req, () => proposeGoNoGo({ req, onboardingId, etaConfidence, note }));
}

/** Operations asks that an item be waived for some days. */
export async function askForWaiver(desk: Desk, customer: Opened, key: string, forDays: number, reason: string) {
	const req = await actAs(desk, customer, "ops");
	const { id: itemId } = await itemOf(desk, customer, key);
	return inTransaction(req, () => proposeWaiver({ req, itemId, reason, expiresAt: daysAgo(-forDays).slice(0, 10) }));
}

/** The manager decides. */
export async function decideAsManager(
	desk: Desk,
	customer: Opened,
	decisionId: string,
	verdict: Verdict,
	reason: string,
): Promise<void> {
	const req = await actAs(desk, customer, "manager");
	await inTransaction(req, () => decide({ req, decisionId, verdict, reason }));
}
