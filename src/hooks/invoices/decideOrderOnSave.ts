import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { KeyturnError } from "@/errors";
import { applyOrderDecision, type PurchaseOrderDecision } from "@/operations/payments/applyOrderDecision";
import type { Invoice } from "@/payload-types";

const decisions: Readonly<Record<string, PurchaseOrderDecision>> = {
	requested: "request",
	approved: "approve",
	rejected: "reject",
};

/**
 * A person who saves another status on the purchase order decides on it, by the same rules as in the gate panel: what is
 * kept is what the decision makes of it, and its other fields change by a decision only.
 */
export const decideOrderOnSave: CollectionBeforeChangeHook<Invoice> = async ({ data, originalDoc, operation, req }) => {
	if (isSystem(req) || !data.po) return data;
	const before = originalDoc?.po;
	const kept = {
		number: before?.number ?? null,
		status: before?.status ?? ("none" as const),
		approvedBy: idOf(before?.approvedBy),
		secondApprover: idOf(before?.secondApprover),
		reason: before?.reason ?? null,
		expiresAt: before?.expiresAt ?? null,
	};
	const to = data.po.status ?? kept.status;
	if (to === kept.status) return { ...data, po: { ...kept, number: data.po.number ?? kept.number } };
	const refuse = (path: string, message: string) =>
		new ValidationError({ collection: "invoices", errors: [{ path: `po.${path}`, message }], req });
	const decision = decisions[to];
	if (!decision) throw refuse("status", `Nobody sets a purchase order to ${to} by hand.`);
	if (operation === "create" && decision !== "request")
		throw refuse("status", "Save the invoice first, then decide on its order.");
	const reason = data.po.reason?.trim() ?? "";
	if (decision === "approve" && !reason) throw refuse("reason", "Say why it is approved.");
	try {
		const { po } = await applyOrderDecision({
			req,
			// The terms as they are saved with the decision: an amount raised in the same save is what is approved.
			invoice: {
				id: originalDoc?.id ?? null,
				number: originalDoc?.number ?? data.number ?? "",
				casinoId: idOf(originalDoc?.casino) ?? idOf(data.casino) ?? "",
				onboardingId: idOf(data.onboarding === undefined ? originalDoc?.onboarding : data.onboarding),
				status: originalDoc?.status ?? data.status ?? "draft",
				amountDue: data.amountDue ?? originalDoc?.amountDue ?? 0,
				currency: (data.currency ?? originalDoc?.currency ?? "usd").toLowerCase(),
				po: kept,
			},
			decision,
			number: data.po.number ?? null,
			reason,
			expiresAt: data.po.expiresAt ?? null,
		});
		return { ...data, po };
	} catch (error) {
		if (!(error instanceof KeyturnError)) throw error;
		const [problem] = Array.isArray(error.data) ? error.data : [];
		throw refuse(problem?.path?.replace(/^po\./, "") ?? "status", problem?.message ?? error.publicMessage);
	}
};
