import type { CollectionAfterLoginHook, CollectionBeforeOperationHook, PayloadRequest } from "payload";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { TooManyRequests } from "@/errors";
import { clientAddressOf } from "@/operations/limits/clientAddressOf";
import { type Attempt, forgiveAttempts } from "@/operations/limits/forgiveAttempts";
import { findKnownDevice, markDevice } from "@/operations/limits/knownDevice";
import { spendAttempt } from "@/operations/limits/spendAttempt";
import { spendPasswordWork } from "@/operations/users/spendPasswordWork";

const attempts = new WeakMap<PayloadRequest, Attempt>();

/**
 * Counts tries to sign in before the password is looked at, and makes each cost the same.
 *
 * No account is ever locked: a browser that has signed in to it before has a count of its own, and a mailed link always
 * works. Strangers are counted together by account and by address.
 */
export const limitSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
	try {
		if (operation === "login") await countSignIn(req, (args as { data?: Credentials }).data ?? {});
	} catch (error) {
		if (error instanceof TooManyRequests) setHeader(req, "Retry-After", String(error.retryAfterSeconds));
		throw error;
	}
	return args;
};

type Credentials = { email?: unknown; password?: unknown };

async function countSignIn(req: PayloadRequest, { email, password }: Credentials): Promise<void> {
	const { payload } = req;
	const account = normaliseEmail(typeof email === "string" ? email : "");
	const device = findKnownDevice(req, account);
	if (device) {
		await spendAttempt({ payload, limit: "signInByDevice", key: device });
		attempts.set(req, { account, device });
	} else {
		const address = clientAddressOf(req);
		await spendAttempt({ payload, limit: "signInByAddress", key: address });
		await spendAttempt({ payload, limit: "signInByAccount", key: account });
		attempts.set(req, { account, address });
	}
	await spendPasswordWork({ req, email: account, password: typeof password === "string" ? password : "" });
}

/** Payload answers with its own shape and the error's status; a header must be put where it looks for headers. */
function setHeader(req: PayloadRequest, name: string, value: string): void {
	req.responseHeaders = new Headers(req.responseHeaders);
	req.responseHeaders.append(name, value);
}

/** A sign-in that succeeded was no guess, and its browser is known from now on. */
export const forgiveSignIn: CollectionAfterLoginHook = async ({ req, user }) => {
	setHeader(req, "Set-Cookie", markDevice(req, normaliseEmail(String(user.email))));
	const attempt = attempts.get(req);
	if (!attempt) return;
	attempts.delete(req);
	await forgiveAttempts({ req, attempt });
};
