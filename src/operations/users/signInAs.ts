import { generatePayloadCookie, getFieldsToSign, jwtSign, type PayloadRequest } from "payload";
import { addSessionToUser } from "payload/shared";
import { NotFound } from "@/errors";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

export type SignedIn = { user: { id: string; email: string; name: string }; cookie: string };

/**
 * Begins a session for somebody who has proven who they are other than by password, as Payload's own sign-in does: a
 * session of the account, a signed token in the cookie, the collection's hooks (the audit record among them). In the
 * caller's transaction; from here on the request is theirs.
 *
 * @param why how they proved it; it stands in the audit record
 */
export async function signInAs({
	req,
	userId,
	why,
}: {
	req: PayloadRequest;
	userId: string;
	why: string;
}): Promise<SignedIn> {
	const { payload } = req;
	const { config } = payload.collections[slug.users];
	// What is read of the account is true until the session stands.
	await (await sqlOf(req))("SELECT 1 FROM users WHERE id = $1::uuid FOR UPDATE", [userId]);
	const found = await payload.db.findOne<User>({ collection: slug.users, where: { id: { equals: userId } }, req });
	if (!found) throw new NotFound("person");
	const user = { ...found, collection: slug.users };
	const { sid } = await addSessionToUser({ collectionConfig: config, payload, req, user });
	const fieldsToSign = getFieldsToSign({ collectionConfig: config, email: user.email, user, ...(sid ? { sid } : {}) });
	const { tokenExpiration } = config.auth;
	const { token } = await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration });
	req.user = user;
	req.context.why = why;
	for (const hook of config.hooks.afterLogin)
		await hook({ collection: config, context: req.context, req, token, user });
	return { user: { id: user.id, email: user.email, name: user.name }, cookie: cookieOf(req, token) };
}

/** The cookie that carries a sign-in token, as Payload sets it. */
export function cookieOf({ payload }: Pick<PayloadRequest, "payload">, token: string): string {
	const { auth } = payload.collections[slug.users].config;
	return generatePayloadCookie({
		collectionAuthConfig: auth,
		cookiePrefix: payload.config.cookiePrefix,
		returnCookieAsObject: false,
		token,
	}) as string;
}
