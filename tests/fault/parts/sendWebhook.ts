import { setTimeout as sleep } from "node:timers/promises";
import { signStripeBody } from "../../harness/signStripeBody";
import { testEnvironment } from "../../harness/testEnvironment";

/** Sends an event as Stripe does, signed now. @returns the status; rejects when there is no answer */
export async function sendWebhook(address: string, body: string): Promise<number> {
	const response = await fetch(`${address}/api/stripe/webhooks`, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			"stripe-signature": signStripeBody({ body, secret: testEnvironment.STRIPE_WEBHOOK_SECRET }),
		},
		body,
		signal: AbortSignal.timeout(180_000),
	});
	await response.arrayBuffer();
	return response.status;
}

/** Sends it until somebody answers 200, as Stripe does over days; the test's own limit ends it. */
export async function sendUntilTaken(address: string, body: string): Promise<void> {
	for (;;) {
		const status = await sendWebhook(address, body).catch(() => null);
		if (status === 200) return;
		await sleep(250);
	}
}
