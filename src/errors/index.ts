import { KeyturnError } from "./KeyturnError";

export { KeyturnError } from "./KeyturnError";
export { toHttp } from "./toHttp";

/** One field that is wrong, and why, in words for the person who typed it. */
export type FieldProblem = { path: string; message: string };

export class InvalidInput extends KeyturnError {
	static override readonly kind: string = "InvalidInput";

	constructor(problems: FieldProblem[]) {
		const [first] = problems;
		super({
			code: "invalid_input",
			status: 400,
			publicMessage: first ? `${first.path}: ${first.message}` : "The input is not valid.",
			data: problems,
		});
	}
}

export class SignInRequired extends KeyturnError {
	static override readonly kind: string = "SignInRequired";

	constructor() {
		super({ code: "sign_in_required", status: 401, publicMessage: "Sign in to do this." });
	}
}

export class MetricsTokenRequired extends KeyturnError {
	static override readonly kind: string = "MetricsTokenRequired";

	constructor() {
		super({
			code: "metrics_token_required",
			status: 401,
			publicMessage: "Send the METRICS_TOKEN of this installation as a bearer token. Without one the metrics are off.",
		});
	}
}

/** Also answered where the thing exists but is not yours: existence is not revealed. */
export class NotFound extends KeyturnError {
	static override readonly kind: string = "NotFound";

	constructor(what = "record") {
		super({ code: "not_found", status: 404, publicMessage: `There is no such ${what}.` });
	}
}

export class Forbidden extends KeyturnError {
	static override readonly kind: string = "Forbidden";

	constructor(what = "do this") {
		super({
			code: "forbidden",
			status: 403,
			publicMessage: `Your role does not let you ${what}.`,
		});
	}
}

export class SignatureRefused extends KeyturnError {
	static override readonly kind: string = "SignatureRefused";

	constructor(reason: string, status: 400 | 401 = 400) {
		super({ code: "signature_refused", status, publicMessage: reason });
	}
}

export class TransitionRefused extends KeyturnError {
	static override readonly kind: string = "TransitionRefused";

	constructor(input: { noun: string; from: string; to: string; allowed: readonly string[] }) {
		const next = input.allowed.length > 0 ? input.allowed.join(", ") : "nothing: this is an end";
		super({
			code: "transition_refused",
			status: 409,
			publicMessage: `${/^[aeiou]/.test(input.noun) ? "An" : "A"} ${input.noun} cannot go from ${input.from} to ${input.to}. From ${input.from} it may become: ${next}.`,
			data: input,
		});
	}
}

export class GateNotSatisfied extends KeyturnError {
	static override readonly kind: string = "GateNotSatisfied";

	constructor(unmet: readonly string[]) {
		super({
			code: "gate_not_satisfied",
			status: 409,
			publicMessage: `Provisioning may not start yet: ${unmet.join("; ")}.`,
			data: unmet,
		});
	}
}

export class InviteNotUsable extends KeyturnError {
	static override readonly kind: string = "InviteNotUsable";

	constructor(why: "unknown" | "accepted" | "expired" | "revoked") {
		const words = {
			unknown: "This invitation link is not known. Ask for a new one.",
			accepted: "This invitation has been used. Sign in instead.",
			expired: "This invitation has expired. Ask for a new one.",
			revoked: "This invitation was withdrawn. Ask for a new one.",
		};
		super({ code: `invite_${why}`, status: why === "unknown" ? 404 : 410, publicMessage: words[why] });
	}
}

/** A link that was mailed to somebody who asked for it: to sign in, or to set a new password. */
export class MailedLinkNotUsable extends KeyturnError {
	static override readonly kind: string = "MailedLinkNotUsable";

	constructor(link: "sign_in_link" | "password_reset", why: "unknown" | "used" | "expired") {
		const isReset = link === "password_reset";
		const name = isReset ? "link to a new password" : "sign-in link";
		const words = {
			unknown: `This ${name} is not known. Ask for a new one.`,
			used: `This ${name} has been used. Ask for a new one.`,
			expired: `This ${name} has expired: it is good for ${isReset ? "an hour" : "15 minutes"}. Ask for a new one.`,
		};
		super({ code: `${link}_${why}`, status: why === "unknown" ? 404 : 410, publicMessage: words[why] });
	}
}

/** What is done with keys, rights and people's data takes a sign-in that is not long ago. */
export class ReauthenticationRequired extends KeyturnError {
	static override readonly kind: string = "ReauthenticationRequired";

	constructor(minutes: number) {
		super({
			code: "reauthentication_required",
			status: 401,
			publicMessage: `Enter your password again: this takes a sign-in of the last ${minutes} minutes. Nothing was changed.`,
		});
	}
}

/** Whoever signs or approves holds the mailbox of their account; this person has not shown it yet. */
export class AddressNotProved extends KeyturnError {
	static override readonly kind: string = "AddressNotProved";

	constructor(email: string) {
		super({
			code: "address_not_proved",
			status: 403,
			publicMessage: `Confirm your e-mail address first: ask for a sign-in link to ${email} and follow it. Until then you cannot sign or approve.`,
		});
	}
}

/** The invited person has an account: only they may add to it, by their own sign-in. */
export class AccountExists extends KeyturnError {
	static override readonly kind: string = "AccountExists";

	constructor() {
		super({
			code: "account_exists",
			status: 409,
			publicMessage: "You have an account already. Accept with its password, or sign in first and open the link again.",
		});
	}
}

/** A password given for an account that exists is not that account's, or the account is locked for now. */
export class SignInFailed extends KeyturnError {
	static override readonly kind: string = "SignInFailed";

	constructor(publicMessage: string) {
		super({
			code: "sign_in_failed",
			status: 401,
			publicMessage,
			data: [{ path: "password", message: publicMessage }] satisfies FieldProblem[],
		});
	}
}

export class Conflict extends KeyturnError {
	static override readonly kind: string = "Conflict";

	constructor(publicMessage: string, code = "conflict", data?: unknown) {
		super({ code, status: 409, publicMessage, data });
	}
}

export class TooManyRequests extends KeyturnError {
	static override readonly kind: string = "TooManyRequests";

	/** Whole seconds, at least one. */
	readonly retryAfterSeconds: number;
	constructor(wait: number, words = "Too many attempts.") {
		const retryAfterSeconds = Math.max(1, Math.ceil(wait));
		super({
			code: "too_many_requests",
			status: 429,
			publicMessage: `${words} Try again in ${formatWait(retryAfterSeconds)}.`,
			data: { retryAfterSeconds },
		});
		this.retryAfterSeconds = retryAfterSeconds;
	}
}

function formatWait(seconds: number): string {
	return seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
}

/** A person, or a casino's people together, did something as often as they may within an hour. */
export class QuotaReached extends TooManyRequests {
	static override readonly kind: string = "QuotaReached";

	constructor(input: { wait: number; points: number; what: string; whose: "person" | "casino" }) {
		const { wait, points, what, whose } = input;
		super(wait, `The limit of ${points} ${what} an hour ${whose === "person" ? "a person" : "a casino"} is reached.`);
	}
}

/** A browser, a person or a casino's people together follow more live pages than they may. */
export class TooManyStreams extends KeyturnError {
	static override readonly kind: string = "TooManyStreams";

	constructor(whose: "browser" | "person" | "casino", most: number) {
		const who = { browser: "This browser follows", person: "You follow", casino: "Your casino's people follow" };
		super({
			code: "too_many_streams",
			status: 429,
			publicMessage: `${who[whose]} ${most} live pages, which is the most. The page still works; reload it to see changes, or close another.`,
		});
	}
}

export class Unavailable extends KeyturnError {
	static override readonly kind: string = "Unavailable";

	constructor(publicMessage: string, cause?: unknown) {
		super({ code: "unavailable", status: 503, publicMessage, cause });
	}
}

/** A vendor answered with an error. `isTransient` says whether the same call may work later. */
export class VendorFailed extends KeyturnError {
	static override readonly kind: string = "VendorFailed";

	readonly isTransient: boolean;
	constructor(input: { vendor: string; message: string; isTransient: boolean; cause?: unknown }) {
		super({
			code: "vendor_failed",
			status: 502,
			publicMessage: `${input.vendor}: ${input.message}`,
			cause: input.cause,
		});
		this.isTransient = input.isTransient;
	}
}
