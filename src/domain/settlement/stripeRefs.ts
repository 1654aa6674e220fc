import { idOf, listOf, objectOf, type StripeObject, textOf, valueAt } from "./stripeObject";

/** What an event names, in the order in which it is tried for binding (keyturnInvoice first). */
export type StripeRefs = {
	/** `metadata.keyturn_invoice`: our invoice id. */
	keyturnInvoice: string | null;
	invoiceRef: string | null;
	paymentIntentRef: string | null;
	/** `metadata.keyturn_onboarding`: our onboarding id. */
	keyturnOnboarding: string | null;
	customerRef: string | null;
	subscriptionRef: string | null;
	/** The id of the object itself, to read it again. */
	objectId: string | null;
};

/** Every reference in a Stripe object, wherever API versions from 2017 on have put it. */
export function findStripeRefs(object: StripeObject): StripeRefs {
	const ownKind = textOf(object.object);
	const own = (kind: string) => (ownKind === kind ? idOf(object) : null);
	return {
		keyturnInvoice: findMetadata(object, "keyturn_invoice"),
		invoiceRef: own("invoice") ?? idOf(object.invoice),
		paymentIntentRef:
			idOf(object.payment_intent) ??
			idOf(valueAt(object, "payment", "payment_intent")) ??
			idOf(valueAt(object, "charge", "payment_intent")),
		keyturnOnboarding: findMetadata(object, "keyturn_onboarding"),
		customerRef: own("customer") ?? idOf(object.customer),
		subscriptionRef:
			own("subscription") ??
			idOf(object.subscription) ??
			idOf(valueAt(object, "parent", "subscription_details", "subscription")),
		objectId: idOf(object),
	};
}

/** Where else than on the object itself Stripe puts metadata that we wrote. */
const metadataOwners = [
	[],
	["parent", "subscription_details"],
	["subscription_details"],
	["charge"],
	["payment_intent"],
	["payment", "payment_intent"],
	["invoice"],
] as const;

function findMetadata(object: StripeObject, key: string): string | null {
	for (const path of metadataOwners) {
		const found = textOf(valueAt(object, ...path, "metadata", key));
		if (found) return found;
	}
	return findUnanimous(listOf(object.lines), key);
}

/** Lines count only when they agree: which of two invoices was meant is not guessed. */
function findUnanimous(lines: readonly unknown[], key: string): string | null {
	const named = new Set(
		lines.map((line) => textOf(valueAt(objectOf(line), "metadata", key))).filter((id) => id !== null),
	);
	const [only] = named;
	return named.size === 1 && only !== undefined ? only : null;
}
