import type { MailPort } from "@/provisioning/ports";
import type { MailTransport } from "./createMailTransport";

/**
 * What the rest of the system knows of mail.
 *
 * @param transport null when no mail server is configured: mails can be rendered and read, not sent
 */
export function createMailPort(transport: MailTransport | null): MailPort {
	return {
		// Loaded at the first mail: the templates' library takes half a second that no start should wait for.
		renderSubject: async (input) => (await import("./renderMessage")).renderSubject(input),
		render: async (input) => (await import("./renderMessage")).renderMessage(input),
		send: transport
			? async (mail) => {
					await transport.send(mail);
				}
			: null,
	};
}
