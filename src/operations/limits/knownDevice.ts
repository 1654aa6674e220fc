import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type PayloadRequest, parseCookies } from "payload";
import { env } from "@/env";

const cookieName = "keyturn-known";
/** Of so many accounts one browser remembers that they were signed in to: a terminal on the floor is shared. */
const maxAccounts = 12;
const maxAgeSeconds = 365 * 86_400;

/**
 * A browser that has signed in to an account before is counted for itself: somebody who guesses elsewhere, or beside it in
 * the same office, does not shut it out. Its cookie proves only that; it lets nobody in.
 * @returns what the browser is counted under for this account; null for a stranger
 */
export function findKnownDevice({ headers }: Pick<PayloadRequest, "headers">, account: string): string | null {
	return readMarks(headers).find((mark) => isMarkOf(mark, account)) ?? null;
}

/** The cookie by which a browser that has just signed in to the account is known from now on. */
export function markDevice({ headers }: Pick<PayloadRequest, "headers">, account: string): string {
	const nonce = randomBytes(12).toString("base64url");
	const others = readMarks(headers).filter((mark) => !isMarkOf(mark, account));
	const marks = [`${nonce}.${signMark(nonce, account)}`, ...others].slice(0, maxAccounts);
	const secure = env().SERVER_URL.startsWith("https://") ? "; Secure" : "";
	return `${cookieName}=${marks.join("~")}; Path=/api; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

function readMarks(headers: Headers): string[] {
	return (parseCookies(headers).get(cookieName) ?? "").split("~").filter(Boolean).slice(0, maxAccounts);
}

function signMark(nonce: string, account: string): string {
	const mac = createHmac("sha256", `${env().PAYLOAD_SECRET}:known-device`).update(`${nonce}.${account}`);
	return mac.digest("base64url").slice(0, 32);
}

function isMarkOf(mark: string, account: string): boolean {
	const [nonce = "", signature = ""] = mark.split(".");
	const expected = Buffer.from(signMark(nonce, account));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
