import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { idOf } from "@/access/actorOf";
import { isCurrency } from "@/domain/money";
import { isFirstInvoice } from "@/operations/invoices/isFirstInvoice";
import { nextInvoiceNumber } from "@/operations/invoices/nextInvoiceNumber";

/** Currency in lower case and real, a number when none was given, and an onboarding's first invoice opens its gate. */
export const completeInvoice: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
	if (!data) return data;
	const completed = { ...data };
	if (typeof completed.currency === "string") {
		completed.currency = completed.currency.trim().toLowerCase();
		if (!isCurrency(completed.currency)) {
			const message = `${completed.currency} is not a currency. Use an ISO 4217 code such as usd, eur or aud.`;
			throw new ValidationError({ collection: "invoices", errors: [{ path: "currency", message }], req });
		}
	}
	if (operation !== "create") return completed;
	const onboardingId = idOf(completed.onboarding);
	if (!completed.number) completed.number = await nextInvoiceNumber({ req, year: new Date().getUTCFullYear() });
	if (onboardingId && !completed.opensGate) completed.opensGate = await isFirstInvoice({ req, onboardingId });
	completed.amountPaid ??= 0;
	completed.amountRefunded ??= 0;
	return completed;
};
