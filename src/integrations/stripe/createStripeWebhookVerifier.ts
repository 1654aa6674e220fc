import { createHmac, timingSafeEqual } from "node:crypto";
import { InvalidInput, SignatureRefused } from "@/errors";
import type { WebhookVerifier } from "@/provisioning/ports";

const TOLERANCE_SECONDS = 300;

/**
 * Checks Stripe's `Stripe-Signature` header: `t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`, possibly several v1
 * (https://docs.stripe.com/webhooks/signature). Own lines rather than the library's, which tries one secret and tells
 * its refusals apart only by their English.
 * @param secrets every endpoint secret that is valid now: two while one is being rotated
 */
export function createStripeWebhookVerifier({ secrets }: { secrets: readonly string[] }): WebhookVerifier {
	return {
		verify({ body, signature, now }) {
			if (secrets.length === 0) {
				throw new SignatureRefused("No Stripe webhook secret is configured. Set STRIPE_WEBHOOK_SECRET.");
			}
			if (!signature) throw new SignatureRefused("The Stripe-Signature header is missing.");
			const { timestamp, candidates } = parseHeader(signature);
			if (timestamp === null || candidates.length === 0) {
				throw new SignatureRefused("The Stripe-Signature header has no timestamp or no v1 signature.");
			}
			const expected = secrets.map((secret) => createHmac("sha256", secret).update(`${timestamp}.${body}`).digest());
			if (!candidates.some((candidate) => expected.some((digest) => isEqual(candidate, digest)))) {
				throw new SignatureRefused(
					"The Stripe signature is wrong: the body or the webhook secret is not the one it was made with.",
				);
			}
			// Only after the signature is known to be genuine: the age of a forged one says nothing.
			if (now - Number(timestamp) > TOLERANCE_SECONDS) {
				throw new SignatureRefused(`The Stripe signature is stale: it is older than ${TOLERANCE_SECONDS} seconds.`);
			}
			if (Number(timestamp) - now > TOLERANCE_SECONDS) {
				throw new SignatureRefused(
					`The Stripe signature is from the future: its time is more than ${TOLERANCE_SECONDS} seconds ahead of this server's clock.`,
				);
			}
			return parseBody(body);
		},
	};
}

function parseHeader(header: string): { timestamp: string | null; candidates: Buffer[] } {
	const pairs = header.split(",").map((part) => part.trim().split("=", 2));
	const timestamp = pairs.find(([key]) => key === "t")?.[1] ?? "";
	return {
		timestamp: /^\d{1,12}$/.test(timestamp) ? timestamp : null,
		candidates: pairs.filter(([key]) => key === "v1").map(([, value]) => Buffer.from(value ?? "", "hex")),
	};
}

function isEqual(candidate: Buffer, digest: Buffer): boolean {
	return candidate.length === digest.length && timingSafeEqual(candidate, digest);
}

function parseBody(body: string): Record<string, unknown> {
	try {
		const event: unknown = JSON.parse(body);
		if (typeof event === "object" && event !== null && !Array.isArray(event)) return event as Record<string, unknown>;
	} catch {
		// Answered below: the sender is told the same for every body that is no event.
	}
	throw new InvalidInput([{ path: "body", message: "is not a JSON object" }]);
}
