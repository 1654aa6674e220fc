import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { InvalidInput } from "@/errors";
import { changeOpening } from "@/operations/approvals/changeOpening";
import { refuseUnseenRelease } from "@/operations/approvals/refuseUnseenRelease";
import { withdrawChanged } from "@/operations/approvals/withdrawChanged";
import type { Invoice } from "@/payload-types";

const termsOf = (invoice: Partial<Invoice>) => ({
	amountDue: invoice.amountDue ?? 0,
	currency: (invoice.currency ?? "usd").toLowerCase(),
	onboardingId: idOf(invoice.onboarding),
	status: invoice.status ?? ("draft" as const),
	opensGate: invoice.opensGate ?? false,
	orderNumber: invoice.po?.number ?? null,
});

/**
 * What was approved about an invoice ends when the invoice changes, whoever changes it; and what a person asks less of an
 * issued opening invoice waits for approval.
 */
export const bindApprovals: CollectionBeforeChangeHook<Invoice> = async ({ data, originalDoc, operation, req }) => {
	if (operation === "create" || !originalDoc) return data;
	const [before, after] = [termsOf(originalDoc), termsOf({ ...originalDoc, ...data })];
	const { id, number, casino } = originalDoc;
	const isOther = (["amountDue", "currency", "onboardingId", "opensGate"] as const).some(
		(name) => before[name] !== after[name],
	);
	if (isOther && !isSystem(req)) {
		const invoice = { id, number: number ?? "", casinoId: idOf(casino) ?? "" };
		await atField(req, () => changeOpening({ req, invoice, before, after }));
	}
	const purchaser = data.purchaserEmail === undefined ? originalDoc.purchaserEmail : data.purchaserEmail;
	if (purchaser !== originalDoc.purchaserEmail && !isSystem(req)) {
		await atField(req, () => refuseUnseenRelease({ req, invoiceId: id }));
	}
	const ended = await withdrawChanged({ req, invoiceId: id, before, after });
	if (ended === null) return data;
	const emptied = { approvedBy: null, secondApprover: null, expiresAt: null };
	const reason = `The approval was withdrawn. ${ended}`;
	return { ...data, po: { ...originalDoc.po, ...data.po, ...emptied, reason, status: "requested" as const } };
};

/** A refusal is shown at the field of the form that it is about. */
async function atField(req: Parameters<CollectionBeforeChangeHook>[0]["req"], act: () => Promise<void>): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		throw new ValidationError({
			collection: "invoices",
			errors: error.data as { path: string; message: string }[],
			req,
		});
	}
}
