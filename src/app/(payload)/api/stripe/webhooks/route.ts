import config from "@payload-config";
import { getPayload } from "payload";
import { answerStripeWebhook } from "@/endpoints/stripe/receiveStripeWebhook";

/**
 * The endpoint of this path with the least before it: whom a session belongs to, which language they read and what they
 * asked for costs as much as committing the event, and a signed body has none of it.
 */
export async function POST(request: Request): Promise<Response> {
	const payload = await getPayload({ config });
	return answerStripeWebhook({
		payload,
		headers: request.headers,
		body: request.body,
		text: () => request.text(),
	});
}
