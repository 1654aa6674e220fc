import type { CollectionAfterLoginHook, CollectionBeforeOperationHook, PayloadRequest } from "payload";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { TooManyRequests } from "@/errors";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { forgiveAttempts } from "@/operations/limits/forgiveAttempts";
import { spendAttempt } from "@/operations/limits/spendAttempt";

type Attempt = { account: string; address: string };

const attempts = new WeakMap<PayloadRequest, Attempt>();

/** Counts tries to sign in, by account and by address, before the password is looked at; and asked-for resets by address. */
export const limitSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
	const { payload } = req;
	const address = clientAddressOf(req);
	try {
		if (operation === "login") {
			const { email } = (args as { data?: { email?: unknown } }).data ?? {};
			const account = normaliseEmail(typeof email === "string" ? email : "");
			await spendAttempt({ payload, limit: "signInByAddress", key: address });
			await spendAttempt({ payload, limit: "signInByAccount", key: account });
			attempts.set(req, { account, address });
		}
		if (operation === "forgotPassword" || operation === "resetPassword") {
			await spendAttempt({ payload, limit: "linkByAddress", key: address });
		}
	} catch (error) {
		if (error instanceof TooManyRequests) tellWhen(req, error);
		throw error;
	}
	return args;
};

/** Payload answers with its own shape and the error's status; the header must be put where it looks for headers. */
function tellWhen(req: PayloadRequest, { retryAfterSeconds }: TooManyRequests): void {
	req.responseHeaders = new Headers(req.responseHeaders);
	req.responseHeaders.set("Retry-After", String(retryAfterSeconds));
}

/** A sign-in that succeeded was no guess. */
export const forgiveSignIn: CollectionAfterLoginHook = async ({ req }) => {
	const attempt = attempts.get(req);
	if (!attempt) return;
	attempts.delete(req);
	await forgiveAttempts({ req, ...attempt });
};
