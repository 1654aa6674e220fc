import type { Endpoint } from "payload";
import { type Slug, slug } from "@/slugs";
import { receiveStripeWebhook } from "./stripe/receiveStripeWebhook";

/** Routes that stand beside Payload's own, outside every collection. The first that fits answers. */
export const rootEndpoints: Endpoint[] = [receiveStripeWebhook];

/** Routes below a collection's path: Payload looks for those in the collection. */
export const collectionEndpoints: Partial<Record<Slug, Endpoint[]>> = {
	[slug.paymentEvents]: [],
};
