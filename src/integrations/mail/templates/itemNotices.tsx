import { z } from "zod";
import { defineTemplate } from "../defineTemplate";
import { Action, Facts, Greeting, Paragraph } from "./parts";
import { shorten } from "./shorten";
import { optionalWords, webAddress, words } from "./templateFields";

const item = z.object({ title: words, casinoName: words });

/** To one person: the items their opinion is asked about, and those that are done. Everything of a quarter of an hour in one mail. */
export const itemNotices = defineTemplate({
	schema: z.object({
		recipientName: optionalWords,
		/** Where all are of one customer. */
		casinoName: optionalWords,
		asked: z.array(item),
		done: z.array(item),
		/** Items beyond those that are listed. */
		more: z.int().min(0).default(0),
		pageUrl: webAddress,
	}),
	subject: ({ asked, done, casinoName }) => {
		const what = [
			asked.length > 0 ? `your opinion on ${countItems(asked.length)}` : "",
			done.length > 0 ? `${countItems(done.length)} done` : "",
		].filter(Boolean);
		return `${casinoName ? `${shorten(casinoName)}: ` : ""}${what.join(", ")}`;
	},
	title: ({ asked }) => (asked.length > 0 ? "Your opinion is asked" : "What is done"),
	preview: ({ asked, done }) => [...asked, ...done][0]?.title ?? "",
	casinoName: (data) => data.casinoName,
	Content: ({ data }) => (
		<>
			<Greeting name={data.recipientName} />
			{data.asked.length > 0 ? (
				<>
					<Paragraph>
						These are about to be done. Say whether you agree or have a concern. Nothing waits for your answer.
					</Paragraph>
					<Facts rows={listed(data.asked, data.casinoName)} />
				</>
			) : null}
			{data.done.length > 0 ? (
				<>
					<Paragraph>For your information, these are done:</Paragraph>
					<Facts rows={listed(data.done, data.casinoName)} />
				</>
			) : null}
			{data.more > 0 ? <Paragraph>And {countItems(data.more)} more, on your page.</Paragraph> : null}
			<Action href={data.pageUrl}>Open your page</Action>
		</>
	),
});

const countItems = (count: number) => (count === 1 ? "1 item" : `${count} items`);

/** Numbered; with the customer's name where the mail is about several. */
const listed = (items: readonly { title: string; casinoName: string }[], casinoName: string | null) =>
	items.map(({ title, casinoName: of }, index): [string, string] => [
		casinoName ? String(index + 1) : `${index + 1}. ${of}`,
		title,
	]);
