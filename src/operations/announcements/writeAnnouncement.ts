import type { PayloadRequest } from "payload";
import { fillWords } from "@/domain/playbook/words";
import { env } from "@/env";
import { queueMessage } from "../messages/queueMessage";
import { announcementKey, type Recipient } from "./findRecipients";

/** Writes the announcement to one person, once. In the caller's transaction. */
export async function writeAnnouncement(input: {
	req: PayloadRequest;
	to: Recipient & { email: string };
	casinoName: string;
	subject: string;
	text: string;
}): Promise<void> {
	const { req, to, casinoName, subject, text } = input;
	const signInUrl = `${env().SERVER_URL}/sign-in`;
	const fill = (words: string) => fillWords(words, { name: to.name, workspace: casinoName, address: signInUrl });
	await queueMessage({
		req,
		key: announcementKey(to.onboardingId, to.email),
		template: "go_live_announcement",
		to: to.email,
		casinoId: to.casinoId,
		data: { casinoName, subject: fill(subject), text: fill(text) },
	});
}
