import { VendorFailed } from "@/errors";

/** Nodemailer's codes for a server that was not reached or went away: the same message may pass later. */
const unreachable = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "EPROXY"]);

/**
 * Turns what nodemailer throws into our own error. A 4xx reply means "later", a 5xx "never" (RFC 5321, 4.2.1);
 * without a reply only a lost connection is worth another attempt.
 */
export function toMailFailure(error: unknown): VendorFailed {
	const { code, response, responseCode, message } = error as {
		code?: string;
		response?: string;
		responseCode?: number;
		message?: string;
	};
	const isTransient = responseCode ? responseCode < 500 : unreachable.has(code ?? "");
	const said = String(response ?? message ?? code ?? "no answer")
		.replace(/\s+/g, " ")
		.slice(0, 300);
	return new VendorFailed({ vendor: "Mail server", message: said, isTransient, cause: error });
}
