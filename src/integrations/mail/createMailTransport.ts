import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import { InvalidInput } from "@/errors";
import { readAddress } from "./readAddress";
import { toMailFailure } from "./toMailFailure";

export type OutgoingMail = {
	/** One bare address. */
	to: string;
	subject: string;
	html: string;
	text: string;
	/** Begins with the message's row: a send that repeats another's carries its Message-ID, so that the receiver can drop it. */
	messageId: string;
	headers?: Record<string, string>;
};

export type MailTransport = {
	/** @throws VendorFailed, transient when the server was not reached or said 4xx; InvalidInput on a wrong address or id */
	send(mail: OutgoingMail): Promise<{ accepted: true; response: string }>;
	/** Connects and signs in. @throws VendorFailed */
	verify(): Promise<void>;
	/** Ends the pooled connections; until then they keep the process alive. */
	close(): void;
};

const seconds = 1000;

/**
 * A pooled connection to a mail server.
 *
 * `smtps://` is encrypted from the first byte. `smtp://` is encrypted whenever the server offers it, and must be where a
 * password would cross a network. Certificates are checked in both.
 *
 * @param from the sender, as an address or `Name <address>`; its domain names the Message-IDs
 */
export function createMailTransport({ smtpUrl, from }: { smtpUrl: string; from: string }): MailTransport {
	const sender = readAddress(from, "from");
	const domain = sender.address.slice(sender.address.lastIndexOf("@") + 1);
	const server = new URL(smtpUrl);
	const transporter = createTransport({
		url: smtpUrl,
		pool: true,
		maxConnections: 4,
		// The queue retries with the same Message-ID; a second retry down here could send twice within one attempt.
		maxRequeues: 0,
		requireTLS: server.username !== "" && !isLoopback(server.hostname),
		connectionTimeout: 10 * seconds,
		greetingTimeout: 10 * seconds,
		// A server may take ten minutes to accept a mail (RFC 5321, 4.5.3.2.6): who hangs up earlier sends it twice.
		socketTimeout: 600 * seconds,
		dnsTimeout: 5 * seconds,
		idleTimeout: 60 * seconds,
		disableFileAccess: true,
		disableUrlAccess: true,
	});

	return {
		async send({ to, subject, html, text, messageId, headers }) {
			const mail = {
				from: sender,
				to: { name: "", address: readAddress(to, "to", { isBare: true }).address },
				subject,
				html,
				text,
				messageId: toMessageId(messageId, domain),
				headers: { "Auto-Submitted": "auto-generated", ...headers },
			};
			try {
				const { response } = await transporter.sendMail(mail);
				return { accepted: true, response: String(response) };
			} catch (error) {
				throw toMailFailure(error);
			}
		},
		async verify() {
			try {
				await transporter.verify();
			} catch (error) {
				throw toMailFailure(error);
			}
		},
		close: () => transporter.close(),
	};
}

function toMessageId(id: string, domain: string): string {
	if (!/^[\w.-]+$/.test(id)) throw new InvalidInput([{ path: "messageId", message: "must be the id of a message" }]);
	return `<${id}@${domain}>`;
}

function isLoopback(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, "");
	return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
