import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header Stripe would send with `body`; `timestamp` is epoch seconds, now when left out. */
export function signStripeBody({
	body,
	secret,
	timestamp = Math.floor(Date.now() / 1000),
}: {
	body: string;
	secret: string;
	timestamp?: number;
}): string {
	return `t=${timestamp},v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}
