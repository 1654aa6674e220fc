import type { PayloadRequest } from "payload";
import { recordEvent } from "@/inbox/recordEvent";
import { portsOf } from "../portsOf";

/**
 * Takes what claims to come from Stripe into the inbox, once its signature is known to be genuine.
 * Committed when this returns; the settlement follows in the worker.
 * @param body the request's body, character for character
 * @throws SignatureRefused, InvalidInput (signed, but no event), Unavailable (not committed)
 */
export async function receiveStripeEvent({
	req,
	body,
	signature,
}: {
	req: Pick<PayloadRequest, "payload">;
	body: string;
	signature: string | null;
}): Promise<{ isNew: boolean; id: string }> {
	const now = Date.now();
	const event = portsOf(req).stripeWebhooks.verify({ body, signature, now: Math.floor(now / 1000) });
	const { pool } = req.payload.db;
	return recordEvent({ pool, provider: "stripe", event, receivedAt: new Date(now).toISOString() });
}
