import { readAddress } from "./readAddress";

/**
 * Payload's `EmailAdapter`, by shape, which sends nothing: Payload sends while a request waits, and every mail here is a queued
 * message. What would send past the messages fails where it is tried.
 * @param from the sender, as an address or `Name <address>`
 */
export function refusePayloadMail(from: string) {
	const sender = readAddress(from, "from");
	return () => ({
		name: "keyturn",
		defaultFromAddress: sender.address,
		defaultFromName: sender.name,
		sendEmail: async (): Promise<void> => {
			throw new Error("Payload sends no mail here: write a message with queueMessage.");
		},
	});
}
