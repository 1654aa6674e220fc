import { idOf, listOf, objectOf, type StripeObject, textOf, valueAt } from "./stripeObject";

/** What an event names. */
export type StripeRefs = {
	/** `metadata.keyturn_invoice` of the object itself: our invoice id. */
	keyturnInvoice: string | null;
	invoiceRef: string | null;
	paymentIntentRef: string | null;
	chargeRef: string | null;
	/** `metadata.keyturn_onboarding` of the object itself: our onboarding id. */
	keyturnOnboarding: string | null;
	/** Metadata that an invoice has from its subscription: written for the first one, and copied to every later one. */
	inheritedInvoice: string | null;
	inheritedOnboarding: string | null;
	customerRef: string | null;
	subscriptionRef: string | null;
	/** Why an invoice of a subscription was made: `subscription_create` for the first one. */
	billingReason: string | null;
	/** The id of the object itself, to read it again. */
	objectId: string | null;
};

/** Every reference in a Stripe object, wherever API versions from 2017 on have put it. */
export function findStripeRefs(object: StripeObject): StripeRefs {
	const ownKind = textOf(object.object);
	const own = (kind: string) => (ownKind === kind ? idOf(object) : null);
	const subscriptionRef =
		own("subscription") ??
		idOf(object.subscription) ??
		idOf(valueAt(object, "parent", "subscription_details", "subscription"));
	const isOfSubscription = ownKind === "invoice" && subscriptionRef !== null;
	return {
		keyturnInvoice: findOwn(object, "keyturn_invoice", isOfSubscription),
		invoiceRef: own("invoice") ?? idOf(object.invoice),
		paymentIntentRef:
			idOf(object.payment_intent) ??
			idOf(valueAt(object, "payment", "payment_intent")) ??
			idOf(valueAt(object, "charge", "payment_intent")),
		chargeRef: own("charge") ?? idOf(object.charge) ?? idOf(valueAt(object, "payment", "charge")),
		keyturnOnboarding: findOwn(object, "keyturn_onboarding", isOfSubscription),
		inheritedInvoice: findInherited(object, "keyturn_invoice", isOfSubscription),
		inheritedOnboarding: findInherited(object, "keyturn_onboarding", isOfSubscription),
		customerRef: own("customer") ?? idOf(object.customer),
		subscriptionRef,
		billingReason: textOf(object.billing_reason),
		objectId: idOf(object),
	};
}

/** Where else than on the object itself Stripe puts metadata that we wrote for it. */
const ownOwners = [[], ["charge"], ["payment_intent"], ["payment", "payment_intent"], ["invoice"]] as const;
const inheritedOwners = [["parent", "subscription_details"], ["subscription_details"]] as const;

function findOwn(object: StripeObject, key: string, isOfSubscription: boolean): string | null {
	return findAt(object, ownOwners, key) ?? (isOfSubscription ? null : findUnanimous(listOf(object.lines), key));
}

/** The lines of a subscription's invoice carry the subscription's metadata too. */
function findInherited(object: StripeObject, key: string, isOfSubscription: boolean): string | null {
	return findAt(object, inheritedOwners, key) ?? (isOfSubscription ? findUnanimous(listOf(object.lines), key) : null);
}

function findAt(object: StripeObject, owners: readonly (readonly string[])[], key: string): string | null {
	for (const path of owners) {
		const found = textOf(valueAt(object, ...path, "metadata", key));
		if (found) return found;
	}
	return null;
}

/** Lines count only when they agree: which of two invoices was meant is not guessed. */
function findUnanimous(lines: readonly unknown[], key: string): string | null {
	const named = new Set(
		lines.map((line) => textOf(valueAt(objectOf(line), "metadata", key))).filter((id) => id !== null),
	);
	const [only] = named;
	return named.size === 1 && only !== undefined ? only : null;
}
