import { KeyturnError, VendorFailed } from "@/errors";

/** Seconds until the next attempt: 2, 4, 8, 16. Short, because somebody has paid and waits. */
export function backoffSeconds(attempts: number): number {
	return 2 ** Math.min(Math.max(attempts, 1), 6);
}

/** Codes of Node and PostgreSQL for what passes by itself: lost connections, restarts, serialization, lock waits. */
const transientCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08|40001|40P01|53|55P03|57P0|57014)/;

/** Whether an error may pass by itself. */
export function isTransient(error: unknown): boolean {
	if (error instanceof VendorFailed) return error.isTransient;
	if (error instanceof KeyturnError) return error.status === 503;
	for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
		if ("code" in cause && typeof cause.code === "string" && transientCodes.test(cause.code)) return true;
		if (
			/connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
				cause.message,
			)
		)
			return true;
	}
	return false;
}

/** The cause of a failure in one sentence for the person who has to act. What is not ours says nothing of the inside. */
export function causeInWords(error: unknown): string {
	if (error instanceof KeyturnError) return error.publicMessage;
	if (isTransient(error)) return "The database or a connected system could not be reached.";
	return error instanceof Error
		? `An unexpected error: ${error.message.split("\n")[0]?.slice(0, 300)}`
		: "An unexpected error.";
}
