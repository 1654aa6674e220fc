import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isRecordId } from "@/domain/isRecordId";
import { isCurrency } from "@/domain/money";
import { nextInvoiceNumber } from "@/operations/invoices/nextInvoiceNumber";
import { hasOtherOpener } from "@/operations/invoices/openers";

/**
 * Currency in lower case and real, a number when none was given, and an onboarding's first invoice opens its gate: also one
 * that is linked later. The only one that opens it is not taken out.
 */
export const completeInvoice: CollectionBeforeValidateHook = async ({ data, originalDoc, operation, req }) => {
	if (!data) return data;
	const completed = { ...data };
	if (typeof completed.currency === "string") {
		completed.currency = completed.currency.trim().toLowerCase();
		if (!isCurrency(completed.currency)) {
			const message = `${completed.currency} is not a currency. Use an ISO 4217 code such as usd, eur or aud.`;
			throw new ValidationError({ collection: "invoices", errors: [{ path: "currency", message }], req });
		}
	}
	const onboardingId = idOf(completed.onboarding === undefined ? originalDoc?.onboarding : completed.onboarding);
	const isLinked = onboardingId !== null && onboardingId !== idOf(originalDoc?.onboarding);
	const isTakenOut = originalDoc?.opensGate === true && completed.opensGate === false;
	// Provisioning waits for what was asked first, not for a later period or a change of what was asked.
	const isLater = Boolean(
		completed.subscription ?? originalDoc?.subscription ?? completed.amends ?? originalDoc?.amends,
	);
	if (onboardingId && isRecordId(onboardingId) && !isLater && !completed.opensGate && (isLinked || isTakenOut)) {
		const isOnly = !(await hasOtherOpener({ req, onboardingId, invoiceId: originalDoc?.id ?? null }));
		if (isOnly && isTakenOut && !isLinked) {
			const message = "It is the only invoice this onboarding's provisioning waits for. Mark another one first.";
			throw new ValidationError({ collection: "invoices", errors: [{ path: "opensGate", message }], req });
		}
		if (isOnly) completed.opensGate = true;
	}
	if (operation !== "create") return completed;
	if (!completed.number) completed.number = await nextInvoiceNumber({ req, year: new Date().getUTCFullYear() });
	completed.amountPaid ??= 0;
	completed.amountRefunded ??= 0;
	return completed;
};
