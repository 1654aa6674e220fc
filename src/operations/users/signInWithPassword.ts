import { AuthenticationError, LockedAuth, type PayloadRequest } from "payload";
import { SignInFailed } from "@/errors";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { cookieOf } from "./signInAs";

/**
 * Signs in by password within another act, through Payload's own door: its lock, its limits, its hooks.
 * @throws SignInFailed in words for the person, TooManyRequests
 */
export async function signInWithPassword(input: {
	req: PayloadRequest;
	email: string;
	password: string;
}): Promise<{ cookie: string; sessionId: string }> {
	const { req, email, password } = input;
	try {
		const { token } = await req.payload.login({
			collection: slug.users,
			data: { email, password },
			depth: 0,
			req,
			overrideAccess: false,
		});
		return { cookie: cookieOf(req, String(token)), sessionId: findSessionOf(String(token)) };
	} catch (error) {
		if (!(error instanceof AuthenticationError || error instanceof LockedAuth)) throw error;
		const isLocked = error instanceof LockedAuth;
		await recordFailure(req, email, isLocked ? "locked" : "wrong password");
		throw new SignInFailed(
			isLocked
				? "This account is locked for a few minutes after too many wrong passwords. Try again later."
				: "That is not your account's password. If you do not know it, ask for a sign-in link, sign in, and open the invitation again.",
		);
	}
}

/** The session a sign-in token is of: the token was made a moment ago, in this process. */
function findSessionOf(token: string): string {
	const claims: { sid?: string } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
	return claims.sid ?? "";
}

async function recordFailure(req: PayloadRequest, email: string, reason: string): Promise<void> {
	const account = await req.payload.db.findOne<{ id: string }>({
		collection: slug.users,
		where: { email: { equals: email } },
		req,
	});
	if (!account) return;
	await recordAutomation({
		req,
		action: "sign_in_failed",
		collection: slug.users,
		document: account.id,
		casino: null,
		reason,
	});
}
