import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { slug } from "@/slugs";
import { recordAutomation } from "../audit/recordAutomation";
import { endAccess } from "./endAccess";
import { proveAddress } from "./proveAddress";
import { type SignedIn, signInAs } from "./signInAs";
import { takeMailedLink } from "./takeMailedLink";
import { tellOfNewPassword } from "./tellOfNewPassword";

/**
 * Sets the password of the person a link was mailed to, once, and signs them in; every session and other link of theirs ends. In the
 * caller's transaction: a password that is refused leaves the link as it was.
 * @throws MailedLinkNotUsable; ValidationError at `password`
 */
export async function setNewPassword(input: {
	req: PayloadRequest;
	token: string;
	password: string;
}): Promise<SignedIn> {
	const { req, token, password } = input;
	const { userId } = await takeMailedLink({ req, token, kind: "password_reset" });
	await req.payload.update({
		collection: slug.users,
		id: userId,
		data: { password },
		depth: 0,
		...asSystem(req, "password reset"),
	});
	await endAccess({ req, userId });
	// The link was mailed to the account's address and shown to nobody.
	await proveAddress({ req, userId, how: "password reset", isPasswordNew: true });
	const signedIn = await signInAs({ req, userId, why: "password reset" });
	await recordAutomation({
		req,
		action: "password_reset",
		collection: slug.users,
		document: userId,
		casino: null,
		reason: "by a mailed link",
	});
	await tellOfNewPassword({ req, userId });
	return signedIn;
}
