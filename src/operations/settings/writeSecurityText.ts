import type { PayloadRequest } from "payload";
import { env } from "@/env";
import { NotFound } from "@/errors";
import { readSettings } from "./readSettings";

/** RFC 9116 §2.5.5 recommends less than a year. Counted from each answer: whoever runs this keeps it current by running it. */
const goodForDays = 180;

/**
 * Where to report a hole, as `security.txt` (RFC 9116).
 * @throws NotFound where nobody is named: neither SECURITY_CONTACT nor a support e-mail
 */
export async function writeSecurityText(input: { req: PayloadRequest; now: Date }): Promise<string> {
	const { SECURITY_CONTACT, SERVER_URL } = env();
	const { supportEmail } = await readSettings(input.req);
	const contact = SECURITY_CONTACT ?? (supportEmail ? `mailto:${supportEmail}` : null);
	if (contact === null) throw new NotFound("contact");
	const expires = new Date(input.now.getTime() + goodForDays * 86_400_000).toISOString();
	const lines = [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en"];
	if (SERVER_URL.startsWith("https://")) lines.push(`Canonical: ${SERVER_URL}/.well-known/security.txt`);
	return `${lines.join("\n")}\n`;
}
