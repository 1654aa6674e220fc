import { KeyturnError, VendorFailed } from "@/errors";
import { type Stripe, StripeSdk } from "./stripeSdk";

/** Runs one conversation with Stripe; whatever goes wrong in it becomes a VendorFailed. */
export async function askStripe<T>(conversation: () => Promise<T>): Promise<T> {
	try {
		return await conversation();
	} catch (error) {
		throw toVendorFailed(error);
	}
}

/** @returns the error as VendorFailed: transient when the same call may work later (connection, 409 in use, 429, 5xx) */
export function toVendorFailed(error: unknown): unknown {
	if (error instanceof KeyturnError || !(error instanceof StripeSdk.errors.StripeError)) return error;
	const status = error.statusCode ?? 0;
	const isTransient =
		error instanceof StripeSdk.errors.StripeConnectionError || status === 409 || status === 429 || status >= 500;
	return new VendorFailed({ vendor: "Stripe", message: messageOf(error), isTransient, cause: error });
}

/** Stripe's own sentence where it helps who reads it; the ones about our key and our network are put in our words. */
function messageOf(error: Stripe.errors.StripeError): string {
	if (error instanceof StripeSdk.errors.StripeConnectionError) return "could not be reached. Try again in a moment.";
	if (error instanceof StripeSdk.errors.StripeAuthenticationError) {
		return "refused the secret key. Check STRIPE_SECRET_KEY.";
	}
	if (error instanceof StripeSdk.errors.StripePermissionError) {
		return "the secret key does not permit this. Check the permissions of STRIPE_SECRET_KEY.";
	}
	return error.message;
}
