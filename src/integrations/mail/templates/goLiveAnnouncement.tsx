import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Prose } from "./parts";
import { shorten } from "./shorten";
import { words } from "./templateFields";

/** To everybody the go-live concerns, in words that were written for this customer. */
export const goLiveAnnouncement = defineTemplate({
	schema: z.object({ casinoName: words, subject: words, text: words }),
	subject: ({ subject }) => shorten(subject, 150),
	title: ({ subject }) => subject,
	preview: ({ text }) => text,
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => <Prose>{data.text}</Prose>,
});
