/** Well inside the 20 seconds of a lease: two renewals may be lost before it ends. */
const RENEW_EVERY_MS = 6000;
/** Work that is silent for longer hangs: its lease is left to end, so that another process may take over. */
const RENEW_FOR_MS = 15 * 60_000;

/**
 * Keeps a claim alive while work goes on that writes nothing for longer than a lease, such as one slow call to a vendor.
 * A renewal that fails is left to the next one; when the claim is lost it is the work's next write that is refused.
 * @param renew renews the lease, and refuses when another holds the claim
 */
export async function whileRenewing<Result>(
	renew: () => Promise<unknown>,
	work: () => Promise<Result>,
): Promise<Result> {
	const until = Date.now() + RENEW_FOR_MS;
	const timer = setInterval(() => {
		if (Date.now() > until) clearInterval(timer);
		else renew().catch(() => {});
	}, RENEW_EVERY_MS);
	timer.unref();
	try {
		return await work();
	} finally {
		clearInterval(timer);
	}
}
