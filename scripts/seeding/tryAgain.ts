import { VendorFailed } from "@/errors";

/** What a busy machine lets fail for want of time is tried again, as a worker would. */
export async function tryAgain<Result>(work: () => Promise<Result>, tries = 3): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (tries <= 1 || !(error instanceof VendorFailed && error.isTransient)) throw error;
		return tryAgain(work, tries - 1);
	}
}
