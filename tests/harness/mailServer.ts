import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/**
 * A mail server on loopback that keeps what it took. It offers no encryption unless `options` say so.
 * @param beforeYes what it waits for when it has a mail and has not said yes
 */
export async function startMailServer(
	options: SMTPServerOptions = {},
	beforeYes: () => Promise<unknown> = async () => {},
) {
	const received: { mail: ParsedMail; raw: string; recipients: string[] }[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		async onData(stream, session, done) {
			const chunks: Buffer[] = [];
			for await (const chunk of stream) chunks.push(chunk as Buffer);
			const raw = Buffer.concat(chunks);
			received.push({
				mail: await simpleParser(raw),
				raw: raw.toString("utf8"),
				recipients: session.envelope.rcptTo.map((recipient) => recipient.address),
			});
			await beforeYes();
			done();
		},
		...options,
	});
	server.on("error", () => {});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		port,
		smtpUrl: `smtp://127.0.0.1:${port}`,
		received,
		openConnections: () => server.connections.size,
		stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
	};
}

/** What an SMTP server answers to refuse. */
export function refusal(responseCode: number, message: string): Error {
	return Object.assign(new Error(message), { responseCode });
}
