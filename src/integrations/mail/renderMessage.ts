import { render, toPlainText } from "@react-email/render";
import { InvalidInput } from "@/errors";
import { type TemplateName, templates } from "./templates";

export type RenderInput = {
	template: string;
	data: unknown;
	/** A personal http(s) link. It stands in no record; left out, the mail says so where it would be. */
	secretLink?: string;
	vendorName: string;
	supportEmail: string | null;
	serverUrl: string;
};

/**
 * Fills a template.
 *
 * @throws InvalidInput when there is no such template, its data is wrong, or a link is given to a template without one
 */
export async function renderMessage(input: RenderInput): Promise<{ subject: string; html: string; text: string }> {
	const { subject, mail } = compose(input);
	const html = await render(mail);
	return { subject: toOneLine(subject), html, text: toPlainText(html, textRules) };
}

/**
 * The subject alone, for what is only queued: composing checks the data, rendering is what takes long.
 *
 * @throws as `renderMessage`
 */
export function renderSubject(input: Omit<RenderInput, "secretLink">): string {
	return toOneLine(compose(input).subject);
}

function compose(input: RenderInput) {
	const template = findTemplate(input.template);
	return template.compose(input.data, {
		vendorName: input.vendorName,
		supportEmail: input.supportEmail,
		serverUrl: input.serverUrl,
		secretLink: checkSecretLink(input.secretLink, template.hasSecretLink),
	});
}

function findTemplate(name: string) {
	if (!Object.hasOwn(templates, name)) {
		throw new InvalidInput([{ path: "template", message: `There is no template “${name}”.` }]);
	}
	return templates[name as TemplateName];
}

function checkSecretLink(link: string | undefined, hasSecretLink: boolean): string | null {
	if (link === undefined) return null;
	if (!hasSecretLink)
		throw new InvalidInput([{ path: "secretLink", message: "This template has no place for a link." }]);
	if (!/^https?:$/.test(URL.parse(link)?.protocol ?? "")) {
		throw new InvalidInput([{ path: "secretLink", message: "must be an http(s) address" }]);
	}
	return link;
}

/** A subject is one header line: line ends would add headers, and direction marks would let a name rewrite its neighbours. */
function toOneLine(subject: string): string {
	return subject
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ")
		.replace(/ {2,}/g, " ")
		.trim();
}

type TextElement = { attribs: Record<string, string>; children: unknown[] };
type TextBuilder = {
	openBlock(options: { leadingLineBreaks: number }): void;
	addInline(text: string): void;
	addLineBreak(): void;
	addLiteral(text: string): void;
	closeBlock(options: { trailingLineBreaks: number }): void;
};

/** What is to be pressed, with its address on a line of its own, unwrapped. */
function formatAction(
	element: TextElement,
	walk: (children: unknown[], builder: TextBuilder) => void,
	builder: TextBuilder,
): void {
	builder.openBlock({ leadingLineBreaks: 2 });
	walk(element.children, builder);
	builder.addInline(":");
	builder.addLineBreak();
	builder.addLiteral(element.attribs.href ?? "");
	builder.closeBlock({ trailingLineBreaks: 2 });
}

const textRules = {
	selectors: [
		{ selector: "h1", format: "heading", options: { uppercase: false } },
		{ selector: "tr.fact", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
		{ selector: "td.fact-label", format: "inlineSurround", options: { suffix: ": " } },
		{ selector: "td.fact-value", format: "inline" },
		{ selector: "p.masthead", format: "paragraph", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
		{ selector: "a.action", format: "action" },
	],
	formatters: { action: formatAction },
};
