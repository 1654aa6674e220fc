import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { accountMailMinutes } from "@/domain/accountMail";
import { env } from "@/env";
import { slug } from "@/slugs";

/**
 * Mints a link by which whoever has this address sets a new password, once. Payload's own page takes it; the last one
 * minted counts.
 * @returns the link: mail it at once. Null when nobody has the address (any more)
 */
export async function mintPasswordReset({
	req,
	email,
}: {
	req: PayloadRequest;
	email: string;
}): Promise<{ url: string; expiresAt: string } | null> {
	const expiration = accountMailMinutes.password_reset * 60_000;
	const token = await req.payload.forgotPassword({
		collection: slug.users,
		data: { email },
		disableEmail: true,
		expiration,
		...asSystem(req, "password reset mail"),
	});
	if (!token) return null;
	return {
		url: `${env().SERVER_URL}/admin/reset/${token}`,
		expiresAt: new Date(Date.now() + expiration).toISOString(),
	};
}
