import type { Endpoint, PayloadRequest } from "payload";
import { KeyturnError, toHttp } from "@/errors";
import { receiveStripeEvent } from "@/operations/payments/receiveStripeEvent";

/** Stripe's largest events are a tenth of this. */
const MAX_BODY_BYTES = 1_000_000;

/** What of a request a signed event needs: no session, no language, no query. */
type SignedRequest = Pick<PayloadRequest, "payload" | "headers" | "body" | "text">;

/**
 * `POST /api/stripe/webhooks`: 200 only when the event is committed, 400 on a refused signature, 413, 503.
 * It stands before plugin-stripe's route of the same path, which answers 200 before it has done anything.
 */
export const receiveStripeWebhook: Endpoint = {
	path: "/stripe/webhooks",
	method: "post",
	handler: (req) => answerStripeWebhook(req),
};

/** Takes a signed body in and answers it; also the server's own route, which spares what Payload prepares for people. */
export async function answerStripeWebhook(req: SignedRequest): Promise<Response> {
	try {
		const body = await readBody(req);
		await receiveStripeEvent({ req, body, signature: req.headers.get("stripe-signature") });
		return Response.json({ received: true });
	} catch (error) {
		logUnexpected(req, error);
		return toHttp(error);
	}
}

/** The bytes as text, never parsed: the signature is over them. Stops reading at the limit where no length was declared. */
async function readBody(req: SignedRequest): Promise<string> {
	const declared = Number(req.headers.get("content-length") ?? Number.NaN);
	if (declared > MAX_BODY_BYTES) throw bodyTooLarge();
	// HTTP ends a body at its declared length.
	if (declared <= MAX_BODY_BYTES && req.text) return req.text();
	return readStream(req.body);
}

async function readStream(body: SignedRequest["body"]): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = body?.getReader();
	while (reader) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.byteLength;
		if (size > MAX_BODY_BYTES) throw bodyTooLarge();
		chunks.push(value);
	}
	return Buffer.concat(chunks).toString("utf8");
}

function bodyTooLarge(): KeyturnError {
	return new KeyturnError({
		code: "body_too_large",
		status: 413,
		publicMessage: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
	});
}

/** Message and code only: a database error's other parts quote the row, and with it a customer's data. */
function logUnexpected(req: Pick<PayloadRequest, "payload">, error: unknown): void {
	const cause = error instanceof KeyturnError ? error.cause : error;
	if (cause === undefined) return;
	const { message, code } = cause as { message?: string; code?: string };
	req.payload.logger.error({ msg: "A Stripe event could not be taken in.", reason: message, code });
}
