import type { CollectionBeforeChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { changeOpening } from "@/operations/approvals/changeOpening";
import { refuseUnseenRelease } from "@/operations/approvals/refuseUnseenRelease";
import { withdrawChanged } from "@/operations/approvals/withdrawChanged";
import type { Invoice } from "@/payload-types";
import { slug } from "@/slugs";
import { atField } from "../values/atField";

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
	const form = { req, collection: slug.invoices };
	const isOther = (["amountDue", "currency", "onboardingId", "opensGate"] as const).some(
		(name) => before[name] !== after[name],
	);
	if (isOther && !isSystem(req)) {
		const invoice = { id, number: number ?? "", casinoId: idOf(casino) ?? "" };
		await atField(form, () => changeOpening({ req, invoice, before, after }));
	}
	const purchaser = data.purchaserEmail === undefined ? originalDoc.purchaserEmail : data.purchaserEmail;
	if (purchaser !== originalDoc.purchaserEmail && !isSystem(req)) {
		const payer = { purchaserEmail: purchaser ?? null };
		await atField(form, () => refuseUnseenRelease({ req, of: id, payer, path: "purchaserEmail" }));
	}
	const ended = await withdrawChanged({ req, invoiceId: id, before, after });
	if (ended === null) return data;
	const emptied = { approvedBy: null, secondApprover: null, expiresAt: null };
	const reason = `The approval was withdrawn. ${ended}`;
	return { ...data, po: { ...originalDoc.po, ...data.po, ...emptied, reason, status: "requested" as const } };
};
