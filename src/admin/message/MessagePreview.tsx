import type { UIFieldServerProps } from "payload";
import { readMessagePreview } from "@/operations/views/readMessagePreview";
import { MessageView } from "./MessageView";

/** The mail as it goes out, with the secret link left out. */
export async function MessagePreview({ id, req }: UIFieldServerProps) {
	if (!id) return null;
	return <MessageView preview={await readMessagePreview({ req, messageId: String(id) })} />;
}
