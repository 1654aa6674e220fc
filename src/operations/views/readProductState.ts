import { setTimeout as sleep } from "node:timers/promises";
import type { PayloadRequest } from "payload";
import { portsOf } from "@/operations/portsOf";
import type { ProductCasino } from "@/provisioning/ports";
import { requireVendor } from "./requireVendor";

/** How long a page waits for the product. */
const PATIENCE_MS = 2000;

export type ProductState =
	| { reached: true; casino: ProductCasino | null }
	/** `why` is for people. */
	| { reached: false; why: string };

/**
 * What the product itself says about a casino. Never fails and never takes longer than two seconds: a page about a
 * customer must open when the product is down.
 */
export async function readProductState({
	req,
	casinoId,
}: {
	req: PayloadRequest;
	casinoId: string;
}): Promise<ProductState> {
	requireVendor(req);
	const { product } = portsOf(req);
	const stopping = new AbortController();
	const late = sleep(
		PATIENCE_MS,
		{ reached: false, why: `It did not answer within ${PATIENCE_MS / 1000} seconds.` } as const,
		{
			signal: stopping.signal,
		},
	).catch((): ProductState => ({ reached: false, why: "The page was left." }));
	const answer = product.findCasino(casinoId).then(
		(casino): ProductState => ({ reached: true, casino }),
		(error): ProductState => {
			req.payload.logger.warn({ err: error, msg: "The product could not be asked about a casino" });
			return { reached: false, why: "It answered with an error; the server's log has the details." };
		},
	);
	try {
		return await Promise.race([answer, late]);
	} finally {
		stopping.abort();
	}
}
