import { VendorFailed } from "@/errors";

/** Whether a mail server's refusal may pass by itself: a lost connection or a 4xx answer. */
export function isTransientFailure(error: unknown): boolean {
	return error instanceof VendorFailed ? error.isTransient : true;
}
