import type { SendMailOptions } from "nodemailer";
import { readAddress } from "./readAddress";

type PlainMail = { to: string; subject: string; html: string; text: string };

/**
 * Payload's `EmailAdapter`, by shape: what Payload itself writes (a forgotten password) takes the way of every other mail.
 * Such a mail carries its secret in the body, so `send` must not store the body.
 *
 * @param from the sender, as an address or `Name <address>`
 * @param send called once for each recipient
 */
export function toPayloadAdapter({ from, send }: { from: string; send: (mail: PlainMail) => Promise<void> }) {
	const sender = readAddress(from, "from");
	return () => ({
		name: "keyturn",
		defaultFromAddress: sender.address,
		defaultFromName: sender.name,
		async sendEmail(message: Pick<SendMailOptions, "to" | "subject" | "html" | "text">): Promise<void> {
			const html = typeof message.html === "string" ? message.html : "";
			const text =
				typeof message.text === "string" ? message.text : (await import("@react-email/render")).toPlainText(html);
			for (const to of recipientsOf(message.to)) await send({ to, subject: message.subject ?? "", html, text });
		},
	});
}

function recipientsOf(to: SendMailOptions["to"]): string[] {
	if (Array.isArray(to)) return to.flatMap(recipientsOf);
	return [readAddress(typeof to === "string" ? to : (to?.address ?? ""), "to").address];
}
